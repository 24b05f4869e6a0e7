"""What people call the duties."""

from __future__ import annotations

from ingest.report import Duty

NAMES: dict[Duty, str] = {
    Duty.PREFACE: "前言",
    Duty.POLITICAL: "政治",
    Duty.POSITIONS: "阵地建设",
    Duty.SERVICE: "服务",
    Duty.HUMANISTIC: "人文关怀",
    Duty.CULTURE: "文化",
    Duty.SAFETY: "安全",
    Duty.ETHICS: "道德",
    Duty.RIGHTS: "保障权益",
    Duty.LAWFUL: "合法经营",
    Duty.AFTERWORD: "后记",
}


def duty_named(name: str) -> Duty:
    """Return the duty called `name`, in Chinese (with or without 责任) or as the contract names it.

    Raises ValueError, whose message lists the names, for anything else.
    """
    plain = name.strip().lower()
    for duty, chinese in NAMES.items():
        if plain == duty.value or plain.removesuffix("责任") == chinese:
            return duty
    listed = "、".join(f"{chinese}（{duty.value}）" for duty, chinese in NAMES.items())
    raise ValueError(f"没有责任“{name}”，可用：{listed}")
