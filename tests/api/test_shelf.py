"""What a service keeps of one snapshot when the next goes live."""

from __future__ import annotations

import gc
from pathlib import Path

from api.service import Service
from search.encoders.static import StaticEncoder
from tests.api.conftest import MEDIA


def test_snapshots_that_come_and_go_leave_one_encoder(library: Path) -> None:
    service = Service(library)
    held = {id(each) for each in gc.get_objects() if type(each) is StaticEncoder}
    for turn in range(3):
        # Words that no table and no report has are told by their meaning.
        for asked in ("主题报道历年有多少组", "纪录片《山河》得过什么奖", "哪些地方掉链子了"):
            service.ask(asked, media=MEDIA)
        assert service.trace(media=MEDIA).items
        text = f"某某日报社会责任报告（202{turn}年度）\n一、安全责任\n全年安全播出无事故。\n"
        (library.parent / f"202{turn}.txt").write_text(text, encoding="utf-8")
        service.ingest([library.parent / f"202{turn}.txt"])
    assert service.search("安全播出").hits
    gc.collect()
    left = [each for each in gc.get_objects() if type(each) is StaticEncoder and id(each) not in held]
    assert len(left) == 1
    service.close()
