"""Names made of nothing but what a page or a programme is about: 《汽车》《健康南溟》《第一房产》《教育时空》.

A paper calls its weekly pages, a station its service programmes so; a piece has something to tell in its title.
"""

from __future__ import annotations

import re

from ingest.alternation import one_of

_TOPICS = (
    "健康 养生 医疗 医药 名医 教育 校园 招考 汽车 车市 家居 家装 房产 楼市 地产 置业 理财 财富 财经 金融 证券 保险 消费 法治 法制 法律 普法 生活 民生 旅游 文旅 美食 味道 时尚 "
    "文化 文艺 文史 文学 读书 书香 体育 娱乐 影视 音乐 三农 农业 农村 乡村 乡村振兴 农经 气象 天气 交通 路况 出行 国际 国内 时政 要闻 本地 社会 财税 经济 产业 企业 科技 科普 生态 环保 少儿 "
    "亲子 育儿 银发 老年 夕阳红 女性 家庭 情感 心理 警方 警务 军事 国防 双拥 党建 廉政 理论 评论 人物 人文 就业 招聘 求职 公益 慈善 安全 应急 消防 质量 数码 收藏 书画 摄影 戏曲 曲艺 房车 健身 宠物 电影 新闻 资讯"
).split()
_FRAMES = (
    "时空 天地 周刊 周末 在线 视窗 之窗 之声 前沿 频道 新观察 观察 时间 时段 空间 长廊 大观 万象 风向标 风 汇 家 圈 通 网 眼 站 堂 馆 吧 坊 版 报道 播报 直播 快车 导航 顾问 参考 指南 宝典 攻略 365 "
    "第一 天天 每日 今日 新 大 我的 爱 乐 最 掌上 空中 话 说 谈 论 看 聊 早安 晚安 你好 百姓 大众 市民 城市 都市 社区 身边 金 好 e 专家 名家"
).split()
_TOPIC = f"(?:{one_of(_TOPICS)})"
_FRAME = f"(?:{one_of(_FRAMES)})"
# A topic with or without what frames it, and a place of two characters on one side: 健康|南溟, 北原|天气.
_TOPICAL = re.compile(
    rf"(?:{_FRAME}{{0,2}}{_TOPIC}{{1,2}}{_FRAME}?|[一-龥]{{2}}{_TOPIC}{{1,2}}|{_TOPIC}[一-龥]{{2}}|早安[一-龥]{{2}}|{_TOPIC}\d{{2,3}}|天天\d{{2,3}})"
)


def topical(name: str) -> bool:
    """Tell whether a quoted name (without its marks) says only what its page or programme is about."""
    return len(name) <= 8 and _TOPICAL.fullmatch(name) is not None
