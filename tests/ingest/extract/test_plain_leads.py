"""Closing chapters in plain words: sentences that only lead to what is said, and answers that each name their matter first."""

from __future__ import annotations

import pytest

from tests.ingest.writing import statements

CLOSINGS = [
    (
        "（一）对上年不足的改进",
        "往年列出的短板，这里交一次账。评论偏软：聘请特约评论员12名。缺视频人才：组建视频部，全年生产短视频300条。",
        ["response 评论偏软：聘请特约评论员12名", "response 缺视频人才：组建视频部，全年生产短视频300条"],
    ),
    (
        "（一）对上年不足的改进",
        "手机上没有独家产品，靠客户端来补课，全年发布独家稿件2100条。错别字的毛病用笨办法治，编印《易错字手册》，差错少了六成。",
        [
            "response 手机上没有独家产品，靠客户端来补课，全年发布独家稿件2100条",
            "response 错别字的毛病用笨办法治，编印《易错字手册》，差错少了六成",
        ],
    ),
    (
        "（一）对上年不足的改进",
        "对“互动少”的问题：开设读者来信版，刊登来信310封。全年办读者见面会6场，收集意见97条。",
        ["response 对“互动少”的问题：开设读者来信版，刊登来信310封。全年办读者见面会6场，收集意见97条"],
    ),
    (
        "（一）对上年不足的改进",
        "标题“搬家”一事，设立首发制，原创提高到六成。评论偏软一事，聘请评论员12名。",
        ["response 标题“搬家”一事，设立首发制，原创提高到六成", "response 评论偏软一事，聘请评论员12名"],
    ),
    (
        "（二）存在的不足",
        "照照镜子，还有几处不体面。湖岛信号弱，遇大风就断。新人留不住，两年走了9人。",
        ["shortcoming 湖岛信号弱，遇大风就断", "shortcoming 新人留不住，两年走了9人"],
    ),
    (
        "（二）存在的不足",
        "回头看，这一年做得不够的地方也不少。年轻人不看报，读者平均年龄47岁；深度报道少，一年只有9篇。",
        ["shortcoming 年轻人不看报，读者平均年龄47岁", "shortcoming 深度报道少，一年只有9篇"],
    ),
    (
        "（三）来年打算",
        "新的一年，本报的打算也很实在。把评论版扩到两个版。招视频编辑6名。",
        ["commitment 把评论版扩到两个版", "commitment 招视频编辑6名"],
    ),
]


@pytest.mark.parametrize(("heading", "text", "expected"), CLOSINGS)
def test_plain_leads_and_named_matters(heading: str, text: str, expected: list[str]) -> None:
    assert [f"{kind} {said}" for kind, said in statements([heading, text])] == expected
