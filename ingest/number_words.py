"""Units and hedges, and the words beside a number that make it something else than a figure."""

from __future__ import annotations

import re

from ingest.alternation import by_letter
from ingest.report import Qualifier

HEDGES_BEFORE: dict[str, Qualifier] = {
    # 超过20多亿, 突破100万, 逾3000人: the figure is a floor.
    "超过": Qualifier.OVER,
    "超出": Qualifier.OVER,
    "超": Qualifier.OVER,
    "逾": Qualifier.OVER,
    "突破": Qualifier.OVER,
    "破": Qualifier.OVER,
    "不少于": Qualifier.OVER,
    "不低于": Qualifier.OVER,
    "至少": Qualifier.OVER,
    "过": Qualifier.OVER,
    # 上百场, 上万人: only before a magnitude.
    "上": Qualifier.OVER,
    # 近百场, 接近200万, 不足百人: the figure is a ceiling.
    "不足": Qualifier.NEARLY,
    "不到": Qualifier.NEARLY,
    "将近": Qualifier.NEARLY,
    "接近": Qualifier.NEARLY,
    "近": Qualifier.NEARLY,
    # 约40人, 大约3000份.
    "大约": Qualifier.ABOUT,
    "约为": Qualifier.ABOUT,
    "约": Qualifier.ABOUT,
}
HEDGES_AFTER: dict[str, Qualifier] = {
    # 300余篇, 3万多人, 10万+, 百万以上.
    "余": Qualifier.OVER,
    "多": Qualifier.OVER,
    "＋": Qualifier.OVER,
    "+": Qualifier.OVER,
    "加": Qualifier.OVER,
    "以上": Qualifier.OVER,
    "左右": Qualifier.ABOUT,
    "上下": Qualifier.ABOUT,
    # 万分之零点六以内, 三成以下.
    "以内": Qualifier.NEARLY,
    "以下": Qualifier.NEARLY,
    # 占到56%强.
    "强": Qualifier.OVER,
    "弱": Qualifier.NEARLY,
}

UNITS = (
    # Longest first within one head, so that 人次 is not read as 人.
    "人次 人 名 位 次 场次 场 期 件次 件 篇次 篇 条次 条 部 集 个百分点 百分点 档 组 幅 张 份 册 本 首 支 批次 批 版次 版 块 "
    "台次 台 套 款 项次 项 家次 家 户次 户 起 例 则 封 天 个工作日 工作日 小时 分钟 秒 个小时 个月 个整版 整版 对开张 对开印张 印张 ‱ 个万分点 "
    "万元 亿元 元 美元 平方米 平方公里 公里 米 吨 公斤 亩 公顷 秒/百小时 字 株 棵 辆 所 处 轮 季 座 页 栋 艘 架次 车次 班次 辆次 口 盒 箱 袋 瓶 斤 千瓦时 立方米 盏 人份 床 件套 台套 个多小时 个多月 讲 站 "
    "个版 岁 倍 盘 成 层 间 卷 幢 桌 轮次 余元 架 国 节 堂 面 平米 副 顶 分 ‰ 个 只 种 类 门 单 笔 枚 对 杯 路 颗 班 帧 趟 遍 宗 桩 课时 学时 头只 头 回 ％ 万字 字节 GB TB 人/次 %"
).split()

# What follows a number and makes it something else than a figure: 2024年, 7月, 26日, 70周年, 5.2级, 三等奖, 20大, 4K.
NOT_A_FIGURE_AFTER = re.compile(
    r"\s?(?:年(?!来)|月(?!刊)|日(?!报|活|均)|号(?!召)|时(?![长段])|点(?:半|\d)|周年|级|等奖|届|大(?!型|屏|奖|关)|K|k|G(?!B)|D|∶|:\d|：\d|"
    r"°|℃|型|中全会|·|/7|[-—~～]\d+\s?(?:月|日|年)|[A-Za-z])"
)
# What stands before a number and makes it an ordinal, a code or a phone number: 第34届, 热线2881100, CCTV-1, 周三.
NOT_A_FIGURE_BEFORE = re.compile(
    r"(?<=[第初×xX*A-Za-z0-9.—~～/:：-])|(?<=[A-Za-z0-9.]-)|(?<=[—~～/:：-]\s)|(?<=周)(?<!每周)|(?<=星期)|(?<=频率)|(?<=调频)"
)
# Set phrases with numerals that count nothing: 三审三校, 一带一路, 四力, 两会, 三农, 十四五, 五个认同, 百花齐放, 千人千面.
SET_PHRASE = by_letter(
    r"零起步|两张皮|两条线|两本账|两支队伍|二次(?:伤害|创作|传播|加工|开发|创业|曝光)|红十字|十字路|三审三校|三审制|三校|三贴近|一带一路|四力|两会|三农|两新|双[一-龥]|一[一-龥]一[一-龥]|[百千万](?![余多来几])[一-龥][百千万][一-龥]|十[二三四五]五|[一二三四五六七八九]个[“\"]?"
    r"(?:认同|意识|自信|维护|确立|坚持|统一|相结合|明确|服务|文明|重要)|两个(?=维护|确立|巩固|大局|一百年|百年|毫不|结合|文明|务必|先行|责任|所有|高于|健康|方面|层面|维度|重点|舆论场|效益|中心|阵地|市场|作用|坚定|更加|根本)|四史|三下乡|五一|六一|七一|八一|九三|二十[一二三四五六七八九]?大|十[八九]大|"
    r"一体|一线|一流|一定|一直|一方面|一系列|一些|一批|一手|一把手|一次性|一样|一步|一起|一致|一员|一切|第一|统一|万一|唯一|之一|进一步|"
    r"万众|万家|千家万户|万户|百姓|百花|百年|千年|百日|千方百计|[一二三四五六七八九]位一体|百家[号争讲]|两手|两岸|两翼|三全|三微|两微一?端?|一网|一端|一报|一台|"
    r"零距离|零差错|零失误|零容忍|零事故|半月|多方|三农|三伏|三春|千里|万里|百业|十里|万物|五彩|六大|十大|[一二三四五六七八九十两]大(?!型)|"
    r"一个(?!月|小时)|一条|一场|一项|一种|一份|一名|一支|一套|一张|一家|一位|一座|一幅|一部|一篇|一期|一档|一组|一堂|一件|一站|一键|一键式|一时|一心|一贯|一经|一如|一把|一面|一道|一片|一代|一年|一日|一天|一季|一大|一本|一次|一级"
)
# 参训人次由3,150增至4,080: the measure itself says what is counted.
IMPLIED_UNIT = re.compile(
    r"(?P<measure>人次|人数|件数|篇数|条数|用户数|粉丝数|总数|总量|[一-龥]量)[^，。；]{0,10}?(?:由|从|达到?|为|至|增至|增加到|增长到|提高到|升至|降至|降到)$|[涨增吸]粉(?:数)?$"
)
# 每万字差错率为|0.43: a decimal that is a rate without a unit.
BARE_RATE_BEFORE = re.compile(r"(?:率|指数|得分|评分)(?:仅|只有|降|升|提高)?(?:为|是|达到?|至|到)$")
# 1、加强策划: the number of a list item.
LIST_NUMBER_AFTER = re.compile(r"[、.．]\s?[一-龥A-Za-z“《]")
