"""What goes by a name and comes out again and again, what is one piece, and what is neither: lines, lessons, rules."""

from __future__ import annotations

import pytest

from tests.ingest.writing import columns, works

COLUMNS = [
    ("全年刊发“江声”署名评论48篇。", ["江声"]),
    ("“石桥平”网评全年发布36篇，多篇被转载。", ["石桥平"]),
    ("《菜价表》逐日公布粮油菜价，全年见报260期。", ["菜价表"]),
    ("4月起加播“再走一遍”，老问题回头看。", ["再走一遍"]),
    ("设立“更正”固定栏位，全年刊登更正7则。", ["更正"]),
    ('江南日报微信公众号开办夜间有声栏目"枕边书"，更新120期。', ["枕边书"]),
    ("“亲情信箱”栏目每周一期。", ["亲情信箱"]),
    ("“健康课堂”专栏刊出24期。", ["健康课堂"]),
    ("“爱心热线”全年接听来电3200个，转办诉求800件。", []),
    ("“县长信箱”收到来信310封。", []),
    ("“巧手课堂”办班18期，教乡亲织毛衣。", []),
    ("推行“一稿三核”，稿件差错率下降。", []),
    ("坚持稿件“三审三校”、版面“双人双签”。", []),
    ("个别客户端“沉睡”，更新不及时。", []),
    ("中心新添“无人机”3架。", []),
]

WORKS = [
    ("系列微短剧《渔村来信》第三季24集上线，播放8000万次。", [("渔村来信", "系列微短剧")]),
    ("动漫《小鱼游太湖》第二季推出30条。", [("小鱼游太湖", "动漫")]),
    ("纪录片《江湖》第二季在江南卫视播出。", [("江湖第二季", "纪录片")]),
    ("人物系列《守塔人》推出12期。", [("守塔人", "人物系列")]),
    ("纪实节目《远山》讲述三位乡村医生的故事。", [("远山", "纪实节目")]),
    ("方言评书《水浒新说》连播30回。", [("水浒新说", "方言评书")]),
    ("《渡口加价》《井盖失踪》等批评报道见报后限期整改。", [("渡口加价", "批评报道"), ("井盖失踪", "批评报道")]),
    ("全年制作短视频620条，最火的一条《修伞匠》播放2100万次。", [("修伞匠", "短视频")]),
    ("口述史工程《窑工》历时两年，访谈老窑工66位。", [("窑工", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), COLUMNS)
def test_what_comes_out_again_and_again(text: str, expected: list[str]) -> None:
    assert [title for title, _ in columns(text)] == expected


@pytest.mark.parametrize(("text", "expected"), WORKS)
def test_what_is_one_piece(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert works(text) == expected
