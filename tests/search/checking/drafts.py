"""Reports of an invented county paper, as text that the program's own reading understands, and drafts made of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ingest.pipeline import understand
from ingest.report import Report
from search.answers import Finding, FindingKind, Findings, Severity
from search.check import check
from search.encoder import Encoder, open_encoder

MEDIA = "望溪县融媒体中心"

EARLIER = """望溪县融媒体中心社会责任报告（2022年度）

一、前言
（一）媒体概况
中心现有职工88人，办有《望溪报》、望溪电视台、“望溪通”客户端和“望溪发布”微信公众号。“望溪发布”微信公众号粉丝12.6万人，“望溪通”客户端注册用户8.4万人。
（二）获奖情况
通讯《摆渡人的最后一班船》获第二十九届江北新闻奖二等奖；记者韩立群获评“江北省优秀新闻工作者”。
二、政治责任
《望溪时评》专栏全年刊发评论96篇。全年在省级以上媒体发稿420条。
三、阵地建设责任
全年开展移动直播64场，生产短视频1500条。
四、服务责任
新闻热线全年受理群众诉求860件，办结率95.2%。“萤火助学”行动募集善款32.5万元。
五、人文关怀责任
《山里来信》栏目播出48期，把镜头对准留守老人，主持人每月进村一次，听老人讲过去的故事，帮他们给远方的儿女捎话。
六、文化责任
纪录片《纸伞匠》在望溪电视台首播，“望溪大讲堂”举办讲座24场。
七、安全责任
全年开展应急演练6次，查改差错112处。
八、道德责任
组织职业道德培训8场，受理投诉14件。
九、保障权益责任
举办业务培训20期，参训900人次，慰问困难职工21人次。
十、合法经营责任
全年实现经营收入1500万元，纳税96万元。
十一、后记
（一）回应
一是针对直播力量不足的问题，购置直播设备6套，组建直播小组。
（二）不足
一是少数民族语言节目尚属空白。二是通讯员队伍老化，来稿偏少。
（三）改进
一是开办民族语言节目。二是选聘一批年轻通讯员。
"""
DRAFT = """望溪县融媒体中心社会责任报告（2023年度）

一、前言
（一）媒体概况
中心现有职工91人，办有《望溪报》、望溪电视台、“望溪通”客户端和“望溪发布”微信公众号。“望溪发布”微信公众号粉丝14.1万人，“望溪通”客户端注册用户10.2万人。
（二）获奖情况
消息《渡口不再等船》获第三十届江北新闻奖三等奖。
二、政治责任
《望溪时评》专栏全年刊发评论101篇。全年在省级以上媒体发稿462条，同比增长10%。
三、阵地建设责任
全年开展移动直播80场，生产短视频1810条。
四、服务责任
新闻热线全年受理群众诉求905件，办结率96%。“萤火助学”行动募集善款35.8万元。
五、人文关怀责任
《山里来信》栏目播出50期，新辟“回村的年轻人”板块，讲述返乡创业者的选择。
六、文化责任
“望溪大讲堂”举办讲座26场，听众逾5000人次。
七、安全责任
全年开展应急演练7次，查改差错98处。
八、道德责任
组织职业道德培训9场，受理投诉11件。
九、保障权益责任
举办业务培训22期，参训960人次，慰问困难职工23人次。
十、合法经营责任
全年实现经营收入1620万元，比上年增长8%；纳税101万元。
十一、后记
（一）回应
一是开办苗语新闻节目《苗乡之声》，填补少数民族语言节目的空白。二是选聘年轻通讯员36名，全年采用来稿800余篇，通讯员队伍老化、来稿偏少的状况有了改观。
（二）不足
一是短视频精品不多。
（三）改进
一是推出短视频精品工程。
"""


@dataclass(frozen=True)
class _Held:
    id: str
    media: str
    year: int


class Shelf:
    """The reports of one media, as checking asks for them."""

    def __init__(self, reports: Sequence[Report]) -> None:
        self._reports = {report.id: report for report in reports}
        self.reports = [_Held(r.id, r.media or "", r.report_year or 0) for r in reports]

    @property
    def encoder(self) -> Encoder:
        return _encoder()

    def report(self, report: str, /) -> Report:
        return self._reports[report]


@cache
def _encoder() -> Encoder:
    return open_encoder()


@cache
def read(text: str) -> Report:
    """What is understood of a text."""
    return understand(text.encode(), "稿件.txt", part=True)


def checked(draft: str, *earlier: str) -> Findings:
    """What is found in a draft held against earlier reports, `EARLIER` alone where none are given."""
    return check(Shelf([read(text) for text in earlier or (EARLIER,)]), read(draft), MEDIA)


def changed(*changes: tuple[str, str], text: str = DRAFT) -> str:
    """`text` with each (words, other words) exchanged once."""
    for old, new in changes:
        assert text.count(old) >= 1, old
        text = text.replace(old, new, 1)
    return text


PLACE, PAST = "应急演练7次", "应急演练6次"
"""Where one more sentence is put into the draft, and into the earlier report."""


def both(draft: str, past: str = "") -> tuple[str, str]:
    """The draft and the earlier report, each with one sentence more."""
    return changed((PLACE, f"{PLACE}。{draft}")), changed((PAST, f"{PAST}。{past}"), text=EARLIER)


def told(draft: str, *past: str) -> tuple[str, ...]:
    """The draft of 2023 and the reports of 2022, 2021 and so on, each with one sentence more."""
    earlier = [
        changed((PAST, f"{PAST}。{said}"), ("2022年度", f"{2022 - at}年度"), text=EARLIER)
        for at, said in enumerate(past)
    ]
    return changed((PLACE, f"{PLACE}。{draft}")), *earlier


def told_apart(kind: FindingKind, wrong: str, right: str, past: Sequence[str]) -> None:
    """Assert that one sentence is found wrong and the other is not, beside what the reports before say."""
    assert only(checked(*told(wrong, *past)), kind)
    left_alone(right, *past)


def left_alone(draft: str, *past: str) -> None:
    """Assert that nothing is found in a sentence, beside what the reports before say."""
    assert [finding.message for finding in loud(checked(*told(draft, *past)))] == []


def loud(found: Findings) -> list[Finding]:
    """The errors and warnings."""
    return [finding for finding in found.findings if finding.severity is not Severity.INFO]


def only(found: Findings, kind: FindingKind) -> Finding:
    """The one error or warning there is, which is of this kind."""
    finding, *more = loud(found)
    assert not more, [each.message for each in more]
    assert finding.kind == kind, finding.message
    quote = finding.draft
    assert found.text[quote.start : quote.end] == quote.quote
    return finding
