"""Whether a commitment says something that later reports can be held against: only such can be fulfilled.

Trackers of political promises leave out what no fact could contradict: 进一步加强队伍建设，不断提高综合素质 is kept whatever is done.
"""

from __future__ import annotations

import re

from search.tracing.generic import is_generic
from search.tracing.phrases import plain, topics
from search.tracing.wording import DATE, FIGURE, NAME

_DOES = re.compile(
    "建成|建好|建立|共建|筹建|新建|组建|建起|建设.{0,12}(?:中心|平台|基地|系统|工程|机房|演播|室|馆|网|站|库|队)|设立|增设|开设|开辟|开办|创办|开通|上线|成立|启用|启动|推出|打造.{0,16}(?:栏目|品牌|平台|产品|入口|矩阵)|"
    "招聘|招录|引进|选派|选送|选聘|聘请|培训|轮训|跟班|举办|承办|开展.{0,14}(?:活动|行动|采访|演练|比武|评选|大赛|调查|自查)|组织.{0,14}(?:活动|采访|比赛|培训)|出台|制定|印发|修订|"
    "改造|改版|更新|升级|购置|投入|恢复|合并|关停|清理|压减|压缩|实行|推行|试行|完成|实现|覆盖|接通|打通|拍摄|出版|创作|制作|发放|送到|走遍|"
    "办好|擦亮|做强|扶持|配齐|配备|接入|并网|轮岗|回访|销号|扩大.{0,10}(?:覆盖|范围)|联合|签约|转型|抢救|数字化|每[年月周季]"
)
_EFFORT = re.compile(
    "进一步|不断|持续|深入|切实|扎实|牢固|牢牢|始终|更加|全面|努力|着力|坚持|坚决|积极|大力|加大力度|更大力度"
)
_VOW = re.compile(
    "党的建设|党建|作风|思想教育|思想建设|理论武装|政治(?:素养|素质|站位|建设|意识|责任)|责任意识|初心|使命|新局面|新篇章|新气象|新作为|新贡献|新台阶|"
    "正风肃纪|精气神|凝心聚力|干事创业|激发.{0,8}(?:活力|动力|热情)|高质量发展|更高(?:标准|站位)|决策部署|社会责任|"
    "(?:(?:传播力|引导力|影响力|公信力)、?){2,}"
)
"""What vows of spirit are made of: 加强党的建设，以高质量党建引领高质量发展; 以新气象新作为谱写新篇章."""
_THOSE = re.compile("干部职工|职工队伍|采编队伍|队伍|全体人员")
_REASON = "没有可以核对的内容：没有数字、期限、名称，也没有说要办成哪件事"


def vagueness(commitment: str) -> str | None:
    """Return why a commitment can't be told fulfilled or not (Chinese), None where it can."""
    text = plain(commitment)
    if FIGURE.search(text) or NAME.search(text) or DATE.search(text) or _DOES.search(text):
        return None
    if is_generic(commitment) or _EFFORT.search(text):
        return _REASON
    # A vow that goes on to a matter of the trade (牢记使命，加强国际传播) can be followed.
    vow = _VOW.search(text) and not topics().found(_THOSE.sub("", _VOW.sub("", text)))
    return _REASON if vow else None
