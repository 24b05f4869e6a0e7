"""Words by which questions speak of awards, the names of prizes in them, and the genres of works that they ask for."""

from __future__ import annotations

import re

from search.questions.wording.words import key

WORDS_OF_AWARDS = frozenset(
    key(word)
    for word in (
        "稿子 文章 报道 部门 团队 单位 科室 班组 同志 表扬 嘉奖 省里 市里 县里 全国性 省级 市级 国家级 奖 片子 东西 奖项 奖励 获奖 得奖 拿奖 荣获 获评 荣誉 荣誉称号 称号 头衔 桂冠 表彰 殊荣 奖状 作品 获奖作品 得奖作品 奖作品 篇目 入选 评为 评上 届 第届 新闻奖 等奖 摘得 捧回 斩获 名单 获 得 集体 个人 奖次"
    ).split()
)
"""Whatever the prize: they say what kind of thing is asked for, and are no part of its name."""
PRIZE = re.compile(r"[^□的了过获得拿些几个届有多少什么哪]{2,14}奖")
GENRE = re.compile(
    r"哪[1两几些\d]?[部个篇条档幅件首](广播剧|纪录片|专题片|短视频|微电影|电视剧|微短剧|动画片?|通讯|消息|评论|系列报道|歌曲|公益广告|版面|漫画|照片)"
)
