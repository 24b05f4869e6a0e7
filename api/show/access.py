"""Keys and the log of what was done."""

from __future__ import annotations

from datetime import datetime

from api.access.audit import Log
from api.access.keys import Key, KeyList, NewKey
from api.show.page import line, table

DONE = {
    "ingest": "收入报告",
    "remove": "移除报告",
    "rebuild": "重建资料库",
    "decide": "作判断",
    "backup": "备份",
    "key create": "发放密钥",
    "key revoke": "作废密钥",
    "entity": "合并或拆分实体",
}


def show_new(new: NewKey) -> None:
    """Write a new key, this once."""
    line(f"{new.key.name} 的密钥（{_limits(new.key)}）：")
    line(new.token, indent=2)
    line(
        "请立即转交并妥善保存：这是唯一一次显示。用法：浏览器登录页填写，或请求头 Authorization: Bearer 密钥"
    )


def show_keys(held: KeyList) -> None:
    """Write the keys, one a line."""
    if not held.keys:
        line("还没有密钥。发一把：yinzheng key create --name 姓名 --role reader")
        return
    rows = [(key.id, key.name, _limits(key), key.created_at[:10], _state(key)) for key in held.keys]
    table(rows, ("编号", "给谁用", "权限", "发放", "状态"))


def show_log(log: Log) -> None:
    """Write what was done, one a line, newest last."""
    if not log.entries:
        line("还没有操作记录。")
        return
    rows = [(_local(each.at), each.who, DONE.get(each.what, each.what), each.about) for each in log.entries]
    table(rows, ("时间", "谁", "做了什么", "对象"))


def _limits(key: Key) -> str:
    return f"{key.role.value}，限{key.media}" if key.media else key.role.value


def _state(key: Key) -> str:
    if key.revoked_at:
        return f"{key.revoked_at[:10]} 作废"
    if not key.live():
        return f"{(key.expires_at or '')[:10]} 已失效"
    return f"{key.expires_at[:10]} 失效" if key.expires_at else "有效"


def _local(at: str) -> str:
    return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M:%S")
