"""People whom a report names: after their office, before what they won or did."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.report import Report

_OFFICE = "首席记者|摄影记者|青年编辑|记者|编辑|主持人|播音员|评论员|总编辑|副总编辑|台长|社长|主任|书记|主播|编导|摄影师|摄像|技术员|工程师|值班长|组长|部主任|干部|同志|助理|总监|站长|制片人|导播|校对|委员|经理|通讯员"
SURNAME = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳"
    "鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞"
    "熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房解应宗丁宣邓洪包诸左石"
    "崔吉龚程嵇邢裴陆荣翁荀羊惠甄封储靳段焦巴牧隗山谷车侯全班秋仲伊宫宁仇栾甘厉祖武符刘景詹龙叶幸司黎薄白蒲邰从鄂索赖卓蔺池乔"
    "阴胥能苍双闻莘党翟谭贡姬申扶冉宰雍桑桂牛寿通边扈燕冀尚农温别庄晏柴瞿阎慕连茹习艾鱼容向古易慎戈廖终居衡步都耿满弘匡国文"
    "寇广禄阙东沃利蔚越夔隆师巩聂晁勾敖融冷辛阚那简饶曾沙养鞠丰巢关蒯相查荆游竺权盖益桓公"
    "隋麦覃仝佘亓冼邝郗郜逄逯闫肖付代兰庹敬晋苟苑裘谌谯辜迟郄阳雒楚税渠尧尉么岳佟汝鄢涂商牟佴酆昝缪贲郁单曲芮羿汲邴糜巫乌弓宓戎韶蓟宿"
    "屠蒙劳郦郤璩濮郏宦庾欧"
)
FREQUENT = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严"
)
"""Surnames of so many that two people of one office may share one and a character more."""
COMPOUND = "欧阳|上官|司马|诸葛|皇甫|尉迟|公孙|令狐|司徒|慕容|夏侯|端木|呼延|南宫"
_DID = "荣获|获|被|入选|当选|摘得|捧回|夺得|采写|先后|受|作|说|带|驻|在|用|写|主持|（|\\(|、|，|,|和|与|等|荣膺|斩获|再[次度]|登上|担任|连续|蝉联|走上|的|团队"
PERSON = re.compile(rf"(?:{_OFFICE})(?P<name>(?:{COMPOUND}|[{SURNAME}])[一-龥]{{1,2}}?)(?=(?:{_DID}))")
"""记者吴绍平被评为, 评论员周一鸣获: an office, a name of two or three characters, and what follows on people."""

ALONE = re.compile(
    rf"(?<![一-龥A-Za-z0-9》”])(?P<name>(?:{COMPOUND})[一-龥]{{1,2}}|[{SURNAME}](?![年月日社台县市省网媒体报])[一-龥]{{1,2}}?)"
    "(?=荣获|获[评“《第全省市]|被[评授聘]|入选|当选|受[聘邀]|再[次度](?:获|当|入|登)|荣膺|登上|担任|蝉联)"
)
"""舒敏获第七届金话筒奖: a name at the head of a clause, without an office, before an honour."""


def persons(report: Report) -> Iterator[tuple[str, int, int]]:
    """Yield (name, start, end) of each person named (code points into the report's text, end exclusive)."""
    found = {
        match.span("name"): match for pattern in (ALONE, PERSON) for match in pattern.finditer(report.text)
    }
    for (start, end), match in sorted(found.items()):
        yield match["name"], start, end
