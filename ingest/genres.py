"""What a piece is called: 短视频, 广播连续剧, 文字通讯, 系列报道. A genre is a head with the words that qualify it."""

from __future__ import annotations

import re

from ingest.alternation import one_of

# Heads: what a piece may be called by one word.
_HEADS = (
    "舞蹈诗剧 诗剧 舞蹈诗 手绘地图 有声专辑 专辑 视频日记 诗会 新闻论文 论文 歌曲MV 国际传播作品 社评 漫评 融合报道 特别策划 暖新闻 封面专题 现场报道 图片故事 摄影报道 图片专题 融媒体策划 网络评论 动新闻 随笔集 文化随笔集 广播文艺 网络专题 文艺广播剧 系列广播剧 广播连续剧 微广播剧 广播剧 文旅微短剧 微短剧 微剧 短剧 情景剧 科普剧 儿童剧 话剧 歌舞剧 舞台剧 纪录短片 文献纪录片 系列纪录片 大型纪录片 微纪录片 电视纪录片 人文纪录片 纪录片 电视专题片 广播专题 电视专题 文艺专题 社教专题 音乐专题 "
    "专题片 政论片 公益宣传片 宣传片 形象片 公益广告片 公益广告 公益短片 系列短视频 融媒体短视频 节气短视频 短视频 微视频 长视频 系列视频 创意视频 动画视频 视频 短片 微电影 纪录电影 电影 电视剧 动画片 动漫 动画 "
    "系列动画 手绘连环画 新媒体连环画 连环画 系列漫画 漫画 手绘 长图 海报 系列海报 图解 条漫 H5 H5产品 VR 互动产品 SVG 小游戏 表情包 系列报道 连续报道 系列深度报道 深度报道 调查报道 组合报道 "
    "追踪报道 专题报道 主题报道 新闻专题 长篇通讯 通讯 消息 评论 系列评论 短评 社论 言论 时评 特写 报告文学 广播消息 电视消息 广播评论 电视评论 新闻访谈 电视访谈 广播访谈 访谈 现场新闻 新闻摄影 摄影作品 "
    "图片作品 组照 图片 版面作品 版面 副刊作品 融媒体产品 融媒产品 新媒体产品 融媒体作品 融媒作品 新媒体作品 视频作品 音频作品 文字作品 新闻作品 作品 稿件 文章 报道 新闻报道 歌曲 原创歌曲 主题曲 MV "
    "公益歌曲 音乐作品 音乐短片 戏曲 小品 快板 情景朗诵 诗朗诵 有声书 有声读物 特别节目 晚会 春晚 特刊 号外 画册 图书 丛书 书籍 专著 文集 读本 直播 慢直播 融媒直播 大型直播 微党课 微课 Vlog vlog "
    "连环画作品 系列片 系列作品 创意产品 数字产品 新闻漫画 照片 推文 数据新闻 图片新闻 电视新闻 广播新闻 网络新闻 记者手记 手记 采访札记 文学集 作品集 摄影集 诗集 散文集 散文 杂文 评书 版式 批评报道 监督报道 舆论监督报道 纪实专题 纪实节目 对外新闻 交互产品 创意互动 人物系列 融媒体系列 融媒系列 图文集 诗歌 小说 组诗 童话 寓言 儿歌 绘本 理论文章 "
    "署名文章 评论员文章 网评 快评 锐评 述评 综述 侧记 解说 说唱 相声 豫剧 京剧 音乐剧 舞剧 音舞剧 音舞诗 歌舞诗 秦腔 黄梅戏 越剧 川剧 粤剧 花鼓戏 歌剧 Rap 国漫 电视连续剧 互动游戏 电视片 长篇纪实 杂技剧 情景喜剧 网络剧 网络电影 网络大电影 数字人 互动视频 沙画 剪纸 插画 图文 九宫格 长卷 特别直播 "
    "大直播 音频 播客 纪实片 短纪录片 党课 开学第一课 主题片 特别报道 专版报道 同题报道 系列调查 新闻调查 调查 蹲点日记 驻村日记 日记 笔记 网上展馆 网上展览 线上展览 数字展 数字展览 快闪 短音频 短视频专题 图文专题 有声版 大型航拍 系列航拍 内参 调研报告 白皮书 口述史 特稿 专访 人物通讯 工作通讯 事件通讯"
).split()
# What qualifies a head, any number of them: 电视|公益|广告, AIGC|短片, 春节联欢|晚会.
_QUALIFIERS = (
    "文化 长 短 录音 电视 广播 文字 图片 新闻 网络 报纸 方言 移动 融媒体 融媒 全媒体 新媒体 手绘 SVG AIGC AI VR H5 4K 系列 微 特别 城市 乡村 理论 政论 纪念 春节联欢 元宵 中秋 新春 文艺 少儿 儿童 "
    "数据 专题 短视频 动画 动漫 音乐 MG 群口 科普 红色 人物 水墨 沉浸式 节庆 民俗 助农 户外 调研 摄影 公益 创意 互动 节气 文旅 人文 历史 自然 生态 重大主题 主题 双语 蒙古语 藏语 维吾尔语 哈萨克语 朝鲜语 英文 英语 实景 沉浸式 裸眼3D 国风 国潮 青春 "
    "抗疫 扶贫 禁毒 反诈 法治 普法 廉政 竖屏 纪实 快闪 驻村 民生 情景 励志 蹲点 驻点 行走 暗访 蹲点 走访 接力 联动 体验式 探访 寻访 行进式 跨省 联合 独家 横屏 单口 戏曲 舞台 情景 大型 原创 首部 精品 优秀 重点 重磅 年度 自制 定格 延时 航拍 深度 调查 报告 长篇 广播连续 连续"
).split()
# Praise, size and occasion, which are no part of a genre: 大型融媒直播 → 融媒直播, 原创歌曲 → 歌曲, 中秋晚会 → 晚会.
_PRAISE = re.compile(
    r"^(?:大型|实景|抗疫|中秋|元宵|国庆|新春|跨省|英语|原创|首部|精品|优秀|重点|重磅|年度|自制|重大主题|主题)+(?=..)"
)
# Too general to be told as the genre of a work.
VAGUE_GENRES = frozenset(
    "作品 稿件 文章 报道 新闻报道 新闻作品 视频作品 融媒体作品 融媒作品 新媒体作品 文字作品 融媒体产品 融媒产品 新媒体产品 系列作品 创意产品 数字产品 视频 图片".split()
)


# H5作品 is an H5; 摄影作品 needs its second word.
_PIECE = re.compile(r"(?:(?<=H5)|(?<=MV)|(?<=SVG)|(?<=视频)|(?<=漫画)|(?<=动漫)|(?<=海报)|(?<=动画))作品$")


_GENRE = (
    rf"(?:(?:{one_of(_QUALIFIERS)})*(?:{one_of(_HEADS)})(?:系列)?"
    r"|系列(?![有的重相主一])[一-龥]{2,3}(?:报道|评论|访谈|调查))"
)
# 通讯《A》, 短视频作品“A”, 评论：《A》
_BEFORE = re.compile(rf"({_GENRE})(?:作品|产品|节目)?[：:]?\s?$")
_LAST = frozenset({head[-1] for head in _HEADS} | set("列品目：: \u3000\n\t"))
"""Characters that any of these may end with: most words left of a title do not."""
# 《A》系列报道, 《A》等12件短视频, 《A》（文字通讯）
_AFTER = re.compile(
    rf"(?:等)?(?:[\d一二两三四五六七八九十百]+|多|数|十余|一批|一系列)?(?:余|多)?(?:个|件|篇|条|部|组|期|支|首|集|幅)?(?:有影响力的|多|(?:\d+个?|百)整?版)?({_GENRE})(?!《|栏|专栏|版|现场|间|室|IP|品牌|账号|号|小?组(?![照图])|团队|征集|大赛|比赛|创作)|[（(]({_GENRE})[)）]"
)


def _told(genre: str) -> str:
    return _PIECE.sub("", _PRAISE.sub("", genre))


def genre_before(text: str) -> str | None:
    """Return the genre in which `text`, the words left of a title, ends."""
    match = _BEFORE.search(text) if text[-1:] in _LAST else None
    return _told(match[1]) if match else None


_ACTS_AFTER = re.compile(
    r"(?:专访|访谈|采访|调查|报道)(?:了)?(?!节目|作品|栏目|片|文章|特辑|团队|版|频道|获)[一-龥]{2,8}\d"
)


def genre_after(text: str) -> str | None:
    """Return the genre with which `text`, the words right of a title, begins."""
    match = _AFTER.match(text)
    if match and _ACTS_AFTER.match(text):
        # 《会客厅》|专访嘉宾58位: what it does
        return None
    return _told(match[1] or match[2]) if match else None


# 原创公益广告146条|，其中《A》获…: pieces of one genre, counted before one of them is named.
_COUNTED = re.compile(
    rf"({_GENRE})(?:作品)?(?:播出|刊播|刊发|发布)?(?:近|超过?|约|逾|共|达|总数|数量)*[\d.,]+[万亿]?(?:余|多)?[条部件篇幅期集][次]?(?![一-龥]*《)"
)


def genre_counted(text: str) -> str | None:
    """Return the genre of the pieces that `text`, the words from its sentence's begin to a title, counts last."""
    found = None
    for match in _COUNTED.finditer(text):
        found = match[1]
    return _told(found) if found else None
