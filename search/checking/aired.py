"""First appearances in a great outlet that an earlier report has already: 首次在央视播出 after 登陆央视科教频道."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.report import Commitment, Evidence, Report, Shortcoming
from ingest.sentences import clauses
from search.answers import Finding, Severity
from search.checking.around import CLAUSE, SENTENCE, around
from search.checking.case import Case, quoted
from search.checking.saying import short

_OUTLETS = (
    "央视|中央电视台|中央广播电视总台|中央台|总台|CCTV",
    "人民日报",
    "新华社|新华每日电讯",
    "光明日报",
    "经济日报",
    "学习强国",
    "央广|中央人民广播电台|中国之声",
    "中国日报|China Daily",
    "省台|省广播电视台|省电视台|省级卫视|卫视",
    "省报|省委机关报",
)
"""Outlets that a house is proud to appear in, each under its names."""
_FIRST = re.compile(
    r"(?:首次|第一次|首度)(?P<verb>(?:在|登上|登陆|登录|亮相|走上|走进|走向|进入|荣登|入选|被|上|获|于))(?P<what>[^，。；,;、\n]{2,30})"
)
_SHOWN = re.compile(
    "登[上陆录]|播出|播发|刊发|刊登|亮相|采用|转发|转载|推送|推介|发稿|用稿|报道|连线|直播|首播|头条|展播|入选|上[了稿]"
)
_SOUGHT = re.compile("[未没]有?|力争|争取|空白|计划|将")
NARROW = re.compile(
    r"纪录片|广播剧|微电影|动漫|动画|短视频|直播|电视剧|电影|专题片|评论|图片|摄影|漫画|海报|头版|头条|整版|通版|专版|黄金时[段间]|"
    r"《[^》\n]{2,20}》|英文|海外|综合频道|新闻频道|科教频道|纪录频道|农业农村频道|社会与法频道|晚会|春晚"
)
"""What makes an appearance a narrower one, which must stand in the earlier clause too."""
_TITLED = re.compile(r"[》”][^，。；]{0,3}$")


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each first appearance in an outlet where a clause of an earlier report tells of one as narrow.

    Made for: 我台作品首次在央视播出 after 专题片《岚川一日》登陆央视科教频道. 《岚江渔歌》首次在央视播出 tells of that work alone; what was
    only sought or lacking is no appearance.
    """
    text = case.draft.text
    for match in _FIRST.finditer(text):
        outlet = next((names for names in _OUTLETS if re.search(names, match["what"])), None)
        left, _ = around(text, *match.span(), CLAUSE)
        before = text[left : match.start()]
        if outlet is None or _TITLED.search(before):
            continue
        narrow = set(NARROW.findall(match["what"])) | set(NARROW.findall(re.sub("《[^》]*》", "", before)))
        held = next((place for report in case.earlier if (place := _appeared(report, outlet, narrow))), None)
        if held is not None:
            message = (
                f"“{short(match[0], 24)}”与{held.year}年度报告不符：那一年已有“{short(held.quote, 36)}”。"
                "请核对，若是新的栏目、版面或形式请写明。"
            )
            yield case.finding("unsupported-claim", Severity.WARNING, message, match.span(), [held])


def _appeared(report: Report, outlet: str, narrow: set[str]) -> Evidence | None:
    meant = [fact.evidence for fact in report.facts if isinstance(fact, Shortcoming | Commitment)]
    for start, end in clauses(report.text, 0, len(report.text), "，,；;。！？\n"):
        clause = report.text[start:end]
        named = re.search(outlet, clause)
        if named is None or not _SHOWN.search(clause) or _SOUGHT.search(clause):
            continue
        if any(place.start < end and start < place.end for place in meant):
            continue
        # 出品纪录片8部，《榫卯人家》在央视播出: what sort it is may stand in the clause before.
        around_it = report.text[slice(*around(report.text, start, end, SENTENCE))]
        if all(word in (clause if word.startswith("《") else around_it) for word in narrow):
            return quoted(report, start, end)
    return None
