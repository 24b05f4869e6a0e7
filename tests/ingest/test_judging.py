"""What the cues and the words around one place of a quoted name make it."""

from __future__ import annotations

import pytest

from ingest.judged import Quoted, Told, judge
from ingest.judging import DECIDES, VOTES, votes_of
from ingest.quoted_words import Kind, Words


def _words(sentence: str, media: str = "江南日报社") -> Words:
    """The words around the one name of `sentence`, which stands in 《》 or “”."""
    start = next(at for at, char in enumerate(sentence) if char in "《“")
    end = next(at for at, char in enumerate(sentence) if char in "》”") + 1
    before, after = sentence[:start], sentence[end:]
    return Words(
        name=sentence[start + 1 : end - 1], mark=sentence[start], book=sentence[start] == "《", media=media,
        before=before[-20:], after=after[:24], own_before=before[-12:], own_after=after[:16], run_after=after[:24],
        leads=True, run=(sentence[start + 1 : end - 1],), opens=before[-1:] in {"", "，", "；", "、"}, long_after=after[:30],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("通讯《渡口》获江南新闻奖一等奖。", Kind.WORK),
        ("推出《渡口》系列报道。", Kind.WORK),
        ("开设《渡口说事》栏目。", Kind.COLUMN),
        ("《渡口说事》播出监督报道26期。", Kind.COLUMN),
        ("《渡口夜读》推送52期。", Kind.COLUMN),
        ("每周四出版的《健康周刊》8个版。", Kind.COLUMN),
        ("渡口网开设“菜价日报”，每日更新。", Kind.COLUMN),
        ("央视《新闻周刊》关注了这一报道。", Kind.NONE),
        ("邀请各部门“一把手”走进直播间。", Kind.NONE),
        ("城市之声的《小巷夜话》获听众喜爱。", Kind.COLUMN),
        ("《三湾答卷》在学习强国平台首页推荐。", Kind.WORK),
        ("《渡口的直播间》单条播放量1270万。", Kind.WORK),
        ("每周五的“银发周末”、每周六的“亲子乐园”各4个版。", Kind.COLUMN),
        ("早晚高峰《一路领航》每15分钟播报路况。", Kind.COLUMN),
        ("《的哥大本营》登记失物招领4620件。", Kind.COLUMN),
        ("公众号开通“违法查询”功能。", Kind.NONE),
        ("“市民观察团”入选全国基层治理典型案例。", Kind.NONE),
        ("“一张旧车票”获江南新闻奖一等奖。", Kind.WORK),
        ("57个部门的“一把手”走进直播间。", Kind.NONE),
        ("全年刊发评论《渡口夜议》48篇。", Kind.COLUMN),
        ("“96128帮忙热线”接听来电9700个。", Kind.NONE),
        ("大型综艺《渡江达人秀》连续举办4季。", Kind.COLUMN),
        ("《技行渡口》第四季聚焦工匠精神。", Kind.COLUMN),
        ("推出“追梦”人物故事40期。", Kind.COLUMN),
        ("交通广播每天7时至9时直播《早安渡口》。", Kind.COLUMN),
        ("联合推出《名师空中课堂》，播出课程960节。", Kind.COLUMN),
        ("《河畔观察》（评论栏目）刊发稿件260篇。", Kind.COLUMN),
        ("《凡人微光》（52期）反响良好。", Kind.COLUMN),
        ("《帮到底》记者走访40个小区。", Kind.COLUMN),
        ("与《水利世界》杂志合作刊登专家解读24篇。", Kind.NONE),
        ("《一条河》采访组行程三千里。", Kind.NONE),
        ("头版“今日关注”广受好评。", Kind.COLUMN),
        ("抖音号“江南新闻”粉丝91万。", Kind.PLATFORM),
        ("主办《江南故事》月刊。", Kind.PLATFORM),
        ("贯彻《江南省广告条例》。", Kind.DOCUMENT),
        ("落实“以旧换新”政策。", Kind.NONE),
        ("诵读《边城》等经典。", Kind.NONE),
        ("推出“10万+”作品29篇。", Kind.NONE),
        ("“一城书香”主题晚会于4月23日举行。", Kind.NONE),
        ("评选“月度好新闻”12期。", Kind.NONE),
        ("全年播出《边城往事》等电视剧120部。", Kind.NONE),
        ("开展“网络卫士”应急演练。", Kind.NONE),
        ("直播“跟着司机回家”有320万人观看。", Kind.WORK),
        ("《渡口》系列版面获江南美术奖金奖。", Kind.WORK),
        ("方言脱口秀《阿江讲古》稳居全市收视前三。", Kind.COLUMN),
        ("“爱心版”为27个家庭募款。", Kind.COLUMN),
        ("《今日江南》由周二刊改为周三刊。", Kind.PLATFORM),
        ("旗下有江南电视台、《今日江南》。", Kind.PLATFORM),
        ("《晚报》扩版。", Kind.PLATFORM),
        ("综合广播每天早7点播出《早新闻》。", Kind.COLUMN),
        ("围绕“双减”开设讲座。", Kind.NONE),
        ("“热心大姐”调解室成功调解纠纷89起。", Kind.NONE),
        ("《民法典》等法律法规解读推出24期。", Kind.DOCUMENT),
        ("“夜读”版深受读者喜爱。", Kind.COLUMN),
        ("接入省级平台“新江南”。", Kind.NONE),
        ("承办“江南花儿”邀请赛。", Kind.NONE),
        ("《戏迷大舞台》录播戏曲120场。", Kind.COLUMN),
        ("在《求是》刊发文章2篇。", Kind.PLATFORM),
        ("引进播出《边城往事》。", Kind.NONE),
        ("经济频道打造《江南好项目》。", Kind.COLUMN),
        ("电视《健康江南》广受欢迎。", Kind.COLUMN),
        ("《江文化》周刊出版48期。", Kind.COLUMN),
        ("开设“惠农政策库”。", Kind.NONE),
        ("“法治大讲堂”走进企业46场。", Kind.NONE),
    ],
)
def test_one_place_makes_a_name(sentence: str, kind: Kind) -> None:
    words = _words(sentence)
    place = Quoted(0, 0, 0, 0, words.name, words.book, 0, 0)
    assert judge(words.name, [Told(place, words, *votes_of(words))]).kind is kind


def test_every_cue_has_its_form_and_a_worth() -> None:
    for cue in (*DECIDES, *VOTES):
        assert cue.form
        assert cue.worth > 0
    forms = [cue.form for cue in (*DECIDES, *VOTES)]
    assert len(forms) == len(set(forms))
