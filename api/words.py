"""What people call facts, statuses and kinds of links."""

from __future__ import annotations

from ingest.report import (
    Award,
    Column,
    Event,
    Fact,
    Metric,
    Platform,
    PlatformKind,
    Qualifier,
    StatementBase,
    Work,
)
from search.answers import FindingKind, Item, Severity, Status, TraceItem, Why

FACT_TYPES = {
    "award": "获奖",
    "work": "作品",
    "column": "栏目",
    "platform": "平台",
    "metric": "数据",
    "event": "活动",
    "response": "回应",
    "shortcoming": "不足",
    "commitment": "承诺",
}
OUTLETS = {
    PlatformKind.NEWSPAPER: "报纸",
    PlatformKind.MAGAZINE: "期刊",
    PlatformKind.RADIO: "广播",
    PlatformKind.TV: "电视",
    PlatformKind.WEBSITE: "网站",
    PlatformKind.APP: "客户端",
    PlatformKind.WECHAT: "微信",
    PlatformKind.WEIBO: "微博",
    PlatformKind.DOUYIN: "抖音",
    PlatformKind.KUAISHOU: "快手",
    PlatformKind.TOUTIAO: "头条",
    PlatformKind.VIDEO_ACCOUNT: "视频号",
    PlatformKind.OTHER: "其他",
}
QUALIFIERS = {Qualifier.EXACT: "", Qualifier.OVER: "超", Qualifier.NEARLY: "近", Qualifier.ABOUT: "约"}
LINKS = {"response": "回应", "action": "行动", "recurrence": "又提"}


FINDINGS: dict[FindingKind, str] = {
    "missing-section": "缺章节",
    "unanswered-shortcoming": "不足未回应",
    "number-conflict": "数字矛盾",
    "number-jump": "数字异常",
    "repeated-text": "文字雷同",
    "name-variant": "名称不一",
    "unsupported-claim": "说法存疑",
}
SEVERITIES = {Severity.ERROR: "错误", Severity.WARNING: "请核对", Severity.INFO: "提示"}


def status_word(item: TraceItem) -> str:
    """Return what became of an item in a word. 未见下文 says that nothing was found, not that nothing was done."""
    if item.status is Status.FIXED:
        return "已回应" if item.responses else "有行动"
    return {
        Status.PARTLY: "有进展，又提",
        Status.RECURRING: "再次提出",
        Status.UNTRACED: "未见下文",
        Status.PENDING: "待来年看",
    }[item.status]


def fact_line(fact: Fact) -> str:
    """Return a fact in one line: its type and what it says."""
    return f"{FACT_TYPES[fact.type]}：{fact_words(fact)}"


def beside_text(fact: Fact) -> str:
    """Return a fact in one line to stand below its own sentence: a statement would only say that again."""
    return FACT_TYPES[fact.type] if isinstance(fact, StatementBase) else fact_line(fact)


def fact_words(fact: Fact) -> str:
    """Return what a fact says in one line."""
    match fact:
        case Award():
            edition = f"第{fact.edition}届" if fact.edition is not None else None
            year = f"{fact.year}年度" if fact.year is not None else None
            works = "".join(f"《{title}》" for title in fact.works) or None
            count = f"{fact.count} 件（项）" if fact.count > 1 else None
            parts: list[str | None] = [year, edition, fact.award, fact.level, works, fact.recipient, count]
        case Work():
            parts = [f"《{fact.title}》", fact.genre]
        case Column():
            parts = [f"“{fact.title}”", fact.platform]
        case Platform():
            parts = [fact.name, f"（{OUTLETS[fact.kind]}）"]
        case Metric():
            parts = [fact.subject, fact.name, fact.text]
        case Event():
            parts = [fact.date, fact.name]
        case StatementBase():
            parts = [f"{fact.ordinal}. {fact.text}"]
    return " ".join(" ".join(part for part in parts if part).split())


def why_text(why: Why) -> str:
    """Return in one line why a hit is there; empty where nothing of it can be named."""
    parts = [
        f"原样有：{'、'.join(why.exact)}" if why.exact else "",
        "所问年度" if why.year else "",
        f"同样的词：{'、'.join(why.words)}" if why.words else "",
        f"意思相近：“{why.part.quote}”" if why.part is not None else "",
    ]
    return "；".join(part for part in parts if part)


def status_alone(item: Item) -> str | None:
    """Return what is said of an item of an answer, without sentences that stand beside it as evidence anyway.

    后来的报告写到了落实（2024年报告写到：4月开播） → 后来的报告写到了落实
    """
    told, bracket, rest = (item.detail or "").partition("（")
    quoted = [each.quote.rstrip("。；;，,") for each in item.evidence]
    beside = bracket and any(quote in rest for quote in quoted)
    return told if beside else item.detail
