"""Columns named without quotation marks: 开设乡村振兴专栏, 开辟政策解读、项目巡礼等6个专栏.

The name stands between a verb of opening and the word for columns. What only tells the sort (开设评论专栏, 推出
大型主题专题, 开设了一批贴近群众的栏目) is no name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.alternation import one_of
from ingest.lexicon import COLUMN_WORDS
from ingest.sentences import Span

_VERBS = r"设(?<![建开增新常下特]设)(?![有立置计备施法想定])|开设|开辟|开办|常设|增设|新设|新开|设立|设置|辟出|创办|开通|推出|策划|设有|办好|办有"
_OPENED = re.compile(
    rf"(?:{_VERBS})(?:了|出|的|有(?![话事理请你约料]))?(?P<body>[一-龥A-Za-z0-9·•、 　]{{3,60}}?)(?=(?:专题|专栏|栏目|话题){{0,2}}{COLUMN_WORDS}(?![组《“「【\"＂])(?!系列报道))"
)
_VERB = re.compile(_VERBS)
_RUN = re.compile(r"[一-龥A-Za-z0-9·•、 　]{3,}")
_ANY_WORD = re.compile(r"栏|专题|专版|专刊|专页|话题|副刊|周刊|版块|板块|版面|品牌")
# 开设A、B|等15个重点|专栏: what stands between the last name and the word for columns.
_TAIL = re.compile(
    r"(?:等)?(?:近|超|约|共)?(?:[\d一二两三四五六七八九十百]+|多|数)(?:余|多)?(?:个|档|组|期)[一-龥]{0,6}$|等[一-龥]{0,6}$|类$"
)
_COUNT = re.compile(
    r"^(?:[\d一二两三四五六七八九十百]+|多|数|几)(?:余|多)?(?:个|档|种|组)|^(?:一批|一系列|一档)"
)
# Words that tell the sort of a column.
_SORT = (
    "评论 言论 时评 理论 新闻 网络 大型 重点 重大 主题 专题 特色 品牌 固定 民生 服务 政务 舆论 监督 法治 法制 健康 文化 文艺 文学 教育 科技 科普 少儿 系列 相关 有关 多个 一批 各类 "
    "各种 各 不同 融媒 融媒体 全媒体 新媒体 媒体 短视频 视频 音频 图片 图文 双语 手语 英文 外文 外语 民语 互动 访谈 调查 深度 报道 宣传 解读 便民 惠民 热点 线上 线下 网上 公益 广告 专门 专用 "
    "常态化 长期 日常 特别 全新 优秀 精品 创新 原创 多种 多样 正能量 典型 人物 时政 经济 社会 体育 财经 生活 农业 对农 三农 综合 专业 重要 集中 统一 同题 同名 同步 辟谣 问政 曝光 副刊 周末 "
    "早间 晚间 日播 周播 直播 广播 电视 报纸 网站 专栏 栏目 专版 节目 频道 版面 专页 话题 微 新 老 名 小 类 性 型 式 化 个 整版 系列化 了 以及 和 与 或 及 有 多 数 几 的 两大 三大 方言 音乐 情感 旅游 美食 汽车 房产 理财 证券 读者 观众 听众 用户 群众 市民 热线 维权 投诉 消费 征文 征稿 摄影 书画 影视 娱乐 国际 国内 本地 地方 区域 县域 乡村 农村 行业 企业 部门 基层 青年 妇女 儿童 老年 党建 普法 气象 天气 交通 就业 招聘 医疗 养生 金融 军事 历史"
).split()
_SORTS = re.compile(f"(?:{one_of(_SORT)})+")
# 以“百年”为主题的专栏, 面向牧区的节目: described, and not named.
_NO_NAME = re.compile(
    r"^(?:以|为|面向|针对|围绕|关于|反映|体现|展示|贴近|有|由|与|和|及|的|在|等|多|各|其|该|此|相应|主打|并|或|还|也)|(?:的|了|并|和|与|及|在|以|等|为)$"
    r"|[\d一二两三四五六七八九十]+(?:余|多)?(?:个|档|期|篇|条|部|件)|(?:客户端|公众号|微博|网站|频道|节目|报道|稿件|作品|活动|直播|短视频|平台)"
)
_NAME_MAX = 20
_COUNTED = re.compile(
    rf"(?:专题|专栏|栏目|话题){{0,2}}{COLUMN_WORDS}(?:共|近|超|约)?(?:\d+|[二两三四五六七八九十]+)(?:余|多)?(?:个|块|档)"
)
# 要闻、科技、副刊等|版面: pages by their sort, and no names.
_NO_PAGE = re.compile(r"(?:专题|专栏|栏目|话题){0,2}(?:品牌|固定|重点|特色|新)?(?:栏目|专栏)")
_SERIAL = re.compile(r"^\d+(?:集|期|篇|讲)")


def unmarked_columns(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield where the names of columns stand without marks in ``text[start:end]`` (code points, end exclusive)."""
    for opened in _VERB.finditer(text, start, end):
        run = _RUN.match(text, opened.end(), min(end, opened.end() + 70))
        if run is None or not _ANY_WORD.search(run.group()):
            continue
        match = _OPENED.match(text, opened.start(), end)
        if match is None:
            continue
        low, high = match.span("body")
        for verb in _VERB.finditer(text, low, high):
            low = verb.end()
        tail = _TAIL.search(text, low, high)
        if tail:
            high = tail.start()
        if low >= high or _COUNT.match(text[low:high]):
            continue
        names = _items(text, low, high)
        if len(names) == 1 and _COUNTED.match(text, match.end()):
            # 开设双语疫情防控专版12个: of what sort they are.
            continue
        written = [text[slice(*name)] for name in names]
        shortest = 4 if len(names) == 1 else 3
        if sum(len(name) > 2 for name in written) > 2 and _NO_PAGE.match(text, match.end()):
            # 开辟本期关注、法治论坛、天下事、求证等栏目: among longer names a short one is a name too.
            shortest = 2
        if all(_is_name(name, shortest) for name in written):
            yield from names


def _items(text: str, low: int, high: int) -> list[Span]:
    found: list[Span] = []
    at = low
    for part in text[low:high].split("、"):
        inner = part.strip(" 　")
        begin = at + part.find(inner)
        found.append((begin, begin + len(inner)))
        at += len(part) + 1
    return found


def _is_name(name: str, shortest: int) -> bool:
    if not shortest <= len(name) <= _NAME_MAX or _NO_NAME.search(name) or _SERIAL.match(name):
        return False
    # 深受群众喜爱的民生栏目: what follows the last 的 tells the sort.
    return _SORTS.fullmatch(name.rpartition("的")[2] or name) is None
