"""What stands beside a name, by which it is known to be in the place of another."""

from __future__ import annotations

import re
from functools import lru_cache

from search.checking.around import SENTENCE, around
from search.checking.case import Case
from search.checking.slips import SOUNDING, serial
from search.tokens import words

BESIDE = 4
"""Characters beside a name, mark aside, that tell that it stands in the place of another."""
ALIKE_WORDS, ALIKE_BEFORE = 2, 3
"""Words that two clauses about one column must share, and a clause of the last report with one of the draft that has the right name too."""
_EVERYWHERE = re.compile(
    "全年|今年|本年|播出|推出|刊发|刊登|刊出|发表|栏目|专栏|专版|专题|节目|报道|作品|稿件|开设|开办|系列|播发|新闻|记者|活动|开展|举办|阅读量|播放量|[\\d.]+.?|[一二两三四五六七八九十]+[期集条篇件次个]"
)
"""Words that stand beside every column."""

_SORTS = {
    "栏目": "栏目 专栏 节目 专题 访谈".split(),
    "版": "专版 副刊 周刊 特刊 专刊".split(),
    "活动": "大赛 比赛 活动 展览 论坛 讲座 晚会 行动".split(),
    "片": "纪录片 微短剧 短剧 广播剧 短视频 微视频 系列片 动漫".split(),
    "书": "丛书 图书 画册 文集 手册".split(),
    "账号": "客户端 公众号 抖音号 视频号 小程序 快手号".split(),
}
"""What things with names are, and the words for it; what is of one sort is no slip for what is of another."""
_SORT = f"[一-龥]{{0,6}}?(?P<sort>{'|'.join(word for same in _SORTS.values() for word in same)})"
_NEW_BEFORE = re.compile(
    "(?:新(?:开|设|辟|办|增|推|建|上|创)[一-龥]{0,4}|推出|创办|创设|开设|开办|开辟|增设|打造|首推|策划|开播|上线|试播)了?[^，。；\n《“]{0,8}[《“]?$"
)
_NEWLY_BEGUN = re.compile("新(?:开|设|辟|办|增|建|创)[^，。；\n《“]{0,4}[《“]$")
"""新办“溪上微刊”微信公众号 stands in the place of no other."""
_NEW_BEHIND = re.compile(
    r"[》”][^，。；\n《“]{0,12}?(?:新开|新设|上线|开播|创刊|首播|面世|问世|亮相|开栏|试播|开张|推出(?=[，,。；;\n]))(?![第后以])"
)


def is_new(text: str, start: int, end: int) -> bool:
    """Tell whether a draft tells of a name as new: 《棠晚快语》10月上线, 推出《问湖》."""
    return _NEW_BEFORE.search(text[max(0, start - 20) : start]) is not None or bool(
        _NEW_BEHIND.match(text[end : end + 24])
    )


def sort_behind(text: str, name: str) -> str | None:
    """Return what a text calls a name right behind its marks: 大赛 of 《夕阳正好》老年模特大赛, 节目 of 《夕阳正红》广播节目."""
    found = re.search(rf"{re.escape(name)}[》”]{_SORT}", text)
    return next((word for word, same in _SORTS.items() if found["sort"] in same), None) if found else None


def of_three(said: str, name: str) -> bool:
    """Tell whether a name of three characters is another with one of them wrong, or one added inside: 《价目窗》, “深度观察” for “深观察”."""
    if len(said) == len(name) == SOUNDING:
        apart = [(a, b) for a, b in zip(said, name, strict=True) if a != b]
        return len(apart) == 1 and not serial(*apart[0])
    short, long = sorted((said, name), key=len)
    return (
        len(short) == SOUNDING
        and len(long) == SOUNDING + 1
        and any(short == long[:at] + long[at + 1 :] for at in range(1, len(long) - 1))
    )


def told_alike(case: Case, span: tuple[int, int], name: str, earlier: bool) -> bool:
    """Tell whether the draft tells of the known name elsewhere in other words of the same: 恢复了《渔舟唱晚》一周两期 beside
    对渔农节目《渔歌唱晚》恢复每周两期. Two words or more of its clause must stand there, words of every column aside."""
    said = _words_beside(case.draft.text, *span)
    # Where the draft lacks the right name and `earlier`, what the last report tells of it: “爱心车票”活动送出车票2100张.
    last = [(report.text, ALIKE_BEFORE) for report in case.earlier[-1:]]
    texts = [(case.draft.text, ALIKE_WORDS), *last]
    if name not in case.draft.text:
        texts = [(text, ALIKE_WORDS) for text, _ in last] if earlier else last
    return any(
        len(said & _words_beside(text, *match.span())) >= least
        for text, least in texts
        for match in re.finditer(re.escape(name), text)
    )


def _words_beside(text: str, start: int, end: int) -> set[str]:
    left, right = around(text, start, end, SENTENCE)
    return {
        word
        for word in words(text[left:start] + " " + text[end:right])
        if len(word) > 1 and not _EVERYWHERE.fullmatch(word)
    }


def in_place(case: Case, span: tuple[int, int], name: str, marked: bool) -> bool:
    """Tell whether a name stands where the earlier report has the other one: “岭川优选”直播助农 for “岭川优品”直播助农."""
    text = case.draft.text
    if name in text or not marked:
        return False
    if _NEWLY_BEGUN.search(text[max(0, span[0] - BESIDE * 2) : span[0]]):
        return False
    behind = _figureless(text[span[1] : span[1] + BESIDE + 1])
    before = _figureless(text[max(0, span[0] - BESIDE - 1) : span[0]])
    return any(
        (len(behind) > BESIDE and f"{name}{behind}" in told)
        or (len(before) > BESIDE and f"{before}{name}" in told)
        for told in (_figureless(report.text) for report in case.earlier)
    )


@lru_cache(maxsize=64)
def _figureless(text: str) -> str:
    """Return a text with every digit as 0: figures are new each year."""
    return re.sub(r"\d", "0", text)
