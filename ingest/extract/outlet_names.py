"""Outlets named without marks: where such a name begins before the word for its kind, and what looks like one and names none."""

from __future__ import annotations

import re
from collections.abc import Set

from ingest.extract.outlet_words import (
    ACCOUNT_LIKE,
    BOUNDARY,
    COUNT_OR_SORT,
    COUNT_THAT_ARE,
    COUNTED_LEAD,
    GENERIC,
    KIND_OF,
    LONGER_NAME,
    NEVER_INSIDE,
    NO_OUTLET_AFTER,
    WAVES,
    WHAT_IT_IS,
    is_site,
)
from ingest.extract.ownership import CHANNEL, PlatformSpan
from ingest.report import PlatformKind

_SITES_AND_CHANNELS = frozenset({PlatformKind.WEBSITE, PlatformKind.TV, PlatformKind.RADIO})
_NO_NAME_END = re.compile(
    r"(?:互联|因特|[委府]党|局域|万维|物联|广电|通讯|[入上联全组触织断护路法电]|宽带|[省县]|(?<![都城])市)$"
)
_EDITION = re.compile(r"第[一二三四五六七八九十百\d]+届")
# 获评2024年中国报|网, 江南在线1|网
_TOLD_IN_NAME = re.compile(r"\d{4}年|获[评得奖]|\d$")
_COUNTED_WORDS = re.compile(r"(?:[一两二三四五六七八九十\d][报台刊网端微号屏站]){2,}")
_DIGIT_FIRST = re.compile(r"^\d")


class BareNames:
    """Reads such names in one text. All offsets are code points of it."""

    def __init__(self, text: str, media: str, core: str) -> None:
        """Look at `text`, the report of `media`, whose outlets are called after `core`."""
        self._text = text
        self._media = media
        self._core = core

    def outlet(self, low: int, match: re.Match[str], taken: Set[int]) -> PlatformSpan | None:
        """Return the outlet whose name ends in the word of `match`, None where the word is none or belongs to another.

        The name begins at `low` or behind it; at the offsets in `taken` stand outlets that are known already.
        """
        text, suffix = self._text, match["suffix"]
        if match.start() in taken:
            return None
        if text.startswith("“@", match.end()):
            # 晚报官方微博“@江城晚报”: the name follows.
            return None
        longer = LONGER_NAME.match(text, match.end())
        if longer and not (suffix in {"网", "网站", "客户端"} and longer.group().endswith(("频道", "频率"))):
            # 江南日报移动客户端, 江南电视台新闻综合频道: the start of another outlet's name.
            return None
        if any(suffix in words and after.match(text, match.end()) for words, after in NO_OUTLET_AFTER):
            return None
        if suffix == "电视台" and text[match.start() - 2 : match.start()] == "广播":
            return None
        begin = self.begin(low, match.start())
        lead = text[begin : match.start()]
        waves = WAVES.match(lead)
        if waves:
            # FM97.3岚江新闻广播
            begin += waves.end()
            lead = lead[waves.end() :]
        counted = COUNTED_LEAD.match(lead)
        if counted and self._core and lead.startswith(self._core, counted.end()):
            # 1个江南|网络广播电视台
            begin += counted.end()
            lead = lead[counted.end() :]
        described = WHAT_IT_IS.match(lead) if KIND_OF[suffix] in _SITES_AND_CHANNELS else None
        if described:
            begin += described.end()
            lead = lead[described.end() :]
        if COUNT_THAT_ARE.search(text[max(low, begin - 14) : begin]):
            # 其中9个为|国际频道
            return None
        lead = lead.strip("·")
        if self._is_no_name(lead, suffix):
            return None
        paren = match["paren"] and re.search("App|APP|app", match["paren"])
        end = match.end() if paren else match.end("suffix")
        return PlatformSpan(begin, end, lead + suffix, KIND_OF[suffix])

    def begin(self, low: int, stop: int) -> int:
        """Return where the name begins that ends at `stop`: after a mark, a word that ends phrases, or what stands before the core."""
        begin = stop
        while begin > low and stop - begin < 16 and not NEVER_INSIDE.match(self._text[begin - 1]):
            if self._text[begin - 1] in ".．" and not self._text[begin].isdigit():
                # 1.|江南网做强专题, but FM101.2
                break
            begin -= 1
        lead = self._text[begin:stop]
        if self._media and lead.endswith(self._media):
            # 星沙在线|APP
            return stop - len(self._media)
        boundary = BOUNDARY.match(lead)
        # 融媒体中心 ends in no boundary, yet 中心所属 … does; a boundary inside the media's own name is none.
        at = lead.rfind(self._core) if self._core else -1
        if boundary and at >= 0 and at < boundary.end() <= at + len(self._core):
            boundary = BOUNDARY.match(lead[: at + 1])
        if boundary and not (at >= 0 and at < boundary.end() <= at + len(self._core)):
            # 旗下的新江南客户端 is called 新江南; 全新江南客户端 is new.
            named_new = boundary.end() == at and re.search(r"(?<!全)(?<!更)新$", lead[:at])
            return begin + boundary.end() - (1 if named_new else 0)
        if at > 0 and lead[at - 1] == "·":
            # 慈善总会·江南日报
            return begin + at
        if at >= 0 and len(lead) > 8:
            return begin + at - (2 if lead[max(0, at - 2) : at] == "中国" else 0)
        return begin

    def _is_no_name(self, lead: str, suffix: str) -> bool:
        if suffix == "网" and _NO_NAME_END.search(lead):
            return True
        if suffix in {"在线", "网", "广播", "频道"} and re.search(r"邀请|医生|专家|群众|记者|居民", lead):
            return True
        ends = BOUNDARY.match(lead + "　")
        in_core = bool(self._core) and lead.endswith(self._core)
        if ends and ends.end() == len(lead) and not in_core and not re.fullmatch(r"[一-龥]{2,6}发布", lead):
            # 确保头条号 is no name; 云川发布微信公众号 is one of the commonest.
            return True
        if suffix == "频道" and re.search(r"..网", lead):
            # 江南网理论|频道: a part of the site
            return True
        if suffix == "网" and "网" in lead[1:]:
            # 江南网坚持党|网姓党
            return True
        if suffix == "大喇叭" and not in_core:
            # 村村响大喇叭, 农村大喇叭: what villages have.
            return True
        if suffix in {"频率", "广播"} and lead.endswith(("频道", "频率")):
            # 推进频道|频率精简精办
            return True
        if _COUNTED_WORDS.match(lead + suffix):
            # 一报一刊一网
            return True
        if COUNT_OR_SORT.search(lead) or (
            suffix.endswith("网站")
            and lead.endswith(
                ("综合", "互联", "文明", "优秀", "十佳", "示范", "政府", "部门", "单位", "企业")
            )
        ):
            return True
        if ACCOUNT_LIKE.search(lead) or (suffix == "频道" and is_site(self._media)):
            # X微信公众号稳居全国|晚报; 石岭网开通|英文频道.
            return True
        if lead.endswith(("版后", "升级后", "更名后", "后的")):
            # 改版后|网站
            return True
        if _EDITION.match(lead) or _TOLD_IN_NAME.search(lead):
            return True
        channel = suffix in {"频道", "频率", "广播", "之声"} and CHANNEL.match(lead)
        return not channel and bool(len(lead) < 2 or GENERIC.match(lead) or _DIGIT_FIRST.search(lead))
