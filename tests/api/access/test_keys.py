"""Keys: shown once, kept as digests, ending when they should."""

from __future__ import annotations

import json
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from api.access.audit import WHO, Audit
from api.access.keys import Keys, Role
from api.errors import InvalidError, UnknownError
from search.backup import backup, restore
from search.errors import LibraryError
from tests.api.conftest import MEDIA, Run


@pytest.fixture
def keys(tmp_path: Path) -> Keys:
    return Keys(tmp_path)


def test_a_key_is_known_by_its_token_alone(keys: Keys) -> None:
    new = keys.create("王编辑", Role.EDITOR)
    other = keys.create("李记者", Role.READER)
    assert keys.holder(new.token) == new.key
    secret = new.token.rpartition("_")[2]
    for wrong in (
        "",
        "yz",
        new.key.id,
        new.token[:-1],
        new.token + "x",
        f"yz_{other.key.id}_{secret}",
        "yz__",
        "\x00",
    ):
        assert keys.holder(wrong) is None
    assert keys.all() == [new.key, other.key]


def test_the_secret_is_nowhere_on_the_disk(keys: Keys, tmp_path: Path) -> None:
    secret = keys.create("王编辑", Role.ADMIN).token.split("_", 2)[2]
    for path in tmp_path.rglob("*"):
        assert secret.encode() not in path.read_bytes()
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_keys_end(keys: Keys) -> None:
    new = keys.create("王编辑", Role.READER, days=30)
    assert new.key.live()
    assert not new.key.live(datetime.now(UTC) + timedelta(days=30, seconds=1))
    gone = keys.revoke(new.key.id)
    assert not gone.live()
    assert keys.holder(new.token) is None
    assert keys.revoke(new.key.id) == gone
    with pytest.raises(UnknownError, match="key list"):
        keys.revoke("00000000")
    with pytest.raises(InvalidError, match="--name"):
        keys.create(" ", Role.READER)


def test_roles_allow_what_stands_before_them() -> None:
    allowed = {role: [other for other in Role if role.allows(other)] for role in Role}
    assert [len(each) for each in allowed.values()] == [1, 2, 3]


def test_a_damaged_file_is_told(keys: Keys) -> None:
    keys.path.write_bytes(b"no database at all, but long enough to be looked at as one" * 20)
    with pytest.raises(LibraryError, match=r"keys\.sqlite"):
        keys.holder("yz_00000000_x")


def test_the_log_is_only_ever_added_to(tmp_path: Path) -> None:
    import sqlite3

    audit = Audit(tmp_path)
    assert audit.entries() == []
    audit.record("ingest", "a")
    token = WHO.set("王编辑（密钥 1）")
    audit.record("remove", "b")
    WHO.reset(token)
    assert [(each.what, each.about) for each in audit.entries()] == [("ingest", "a"), ("remove", "b")]
    assert audit.entries()[1].who == "王编辑（密钥 1）"
    assert [each.about for each in audit.entries(limit=1)] == ["b"]
    with sqlite3.connect(audit.path) as connection:
        for statement in ("DELETE FROM audit", "UPDATE audit SET who = 'x'"):
            with pytest.raises(sqlite3.IntegrityError):
                connection.execute(statement)
    connection.close()


def test_the_command_line_makes_lists_and_ends_keys(run: Run, library: Path) -> None:
    made = run(
        "key", "create", "--name", "写稿系统", "--media", "澜溪", "--days", "7", "--json", data=library
    )
    assert made.exit_code == 0
    new = json.loads(made.stdout)
    assert new["key"]["media"] == MEDIA
    assert new["token"].startswith(f"yz_{new['key']['id']}_")
    listed = run("key", "list", data=library)
    assert "写稿系统" in listed.stdout
    assert new["token"] not in listed.stdout
    assert "已作废" in run("key", "revoke", new["key"]["id"], data=library).stdout
    assert "作废" in run("key", "list", data=library).stdout
    log = run("audit", data=library).stdout
    assert "发放密钥" in log
    assert "作废密钥" in log
    unknown = run("key", "create", "--name", "x", "--media", "无此媒体", data=library)
    assert unknown.exit_code == 1
    assert MEDIA in unknown.stderr


def test_keys_and_log_go_with_a_backup(run: Run, library: Path, tmp_path: Path) -> None:
    token = json.loads(run("key", "create", "--name", "王", "--json", data=library).stdout)["token"]
    backup(library, tmp_path / "kept.zip")
    restore(tmp_path / "kept.zip", tmp_path / "new")
    assert Keys(tmp_path / "new").holder(token) is not None
    assert Audit(tmp_path / "new").entries() == Audit(library).entries() != []
    assert stat.S_IMODE((tmp_path / "new" / "keys.sqlite").stat().st_mode) == 0o600
