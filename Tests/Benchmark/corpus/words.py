"""The words that texts are made of: English phrases, Chinese ones, and names that no one else has."""
from .chance import Chance

NOUNS = """industry measure plan support platform standard enterprise market supply chain notice pilot target review fund
equipment quality export grid energy steel cement battery chip sensor robot vehicle ship engine material mineral port
railway airport warehouse network cloud model dataset software patent licence permit subsidy tax credit loan bond insurance
audit inspection report register catalogue list committee office bureau ministry region province city zone park cluster
laboratory university institute school training apprenticeship workshop factory workshop farm forest river reservoir
emission footprint allowance certificate label threshold quota tariff procurement tender contract supplier buyer consumer
investor lender auditor operator manufacturer importer exporter guideline regulation decision strategy framework roadmap
milestone indicator benchmark baseline survey statistic forecast budget expenditure revenue margin output capacity
utilisation efficiency productivity safety security privacy resilience cooperation exchange dialogue agreement""".split()
ADJECTIVES = """regional national local central industrial digital green intelligent advanced modern public private joint
annual quarterly preliminary final revised draft binding voluntary mandatory special general specific common shared foreign
domestic rural urban coastal inland western eastern northern southern small large medium leading strategic emerging
traditional innovative secure reliable open fair transparent balanced coordinated sustainable circular efficient critical
basic applied technical financial fiscal legal administrative competent responsible relevant qualified certified""".split()
VERBS = """supports requires permits extends reviews replaces amends coordinates publishes funds monitors evaluates promotes
restricts clarifies defines simplifies accelerates postpones prepares announces approves registers certifies audits
inspects guides encourages obliges exempts informs selects trains connects upgrades expands reduces stabilises""".split()
LINKS = """by the end of the year|before the next review|in the first phase|under the same heading|according to its annex|as
far as resources allow|after consultation with experts|without further notice|in line with the plan|where the conditions are
met|on a voluntary basis|within the limits of the budget|for the whole period|at the level of provinces|in pilot areas|with the
necessary safeguards|as the report states|unless otherwise agreed|in the following quarter|across all departments""".replace("\n", " ").split("|")
TOPICS = """smart grids|industrial software|machine tools|carbon footprints|data security|charging stations|rare earths|green
steel|hydrogen|robotics|shipbuilding|medical devices|cold chains|offshore wind|battery recycling|chip design|satellite
navigation|small firms|vocational training|standards|export credit|water saving|rail freight|heat pumps|industrial parks|test
platforms|open data|digital twins|new materials|food safety""".replace("\n", " ").split("|")
HEADINGS = """What it says|Background|Who is responsible|Money|Deadlines|What is unknown|How it is measured|Its place among other
policies|What changed|Reading the sources|In the regions|Next steps|Open questions|In figures""".replace("\n", " ").split("|")

CHINESE = """产业 政策 措施 机关 目标 来源 企业 制造业 工业 信息化 技术 创新 标准 质量 平台 试点 示范 数字化 绿色 转型 升级 改造 设备 更新
供应链 产业链 集群 园区 地区 省份 部门 主管 牵头 配合 落实 推进 加快 培育 发展 规划 通知 意见 办法 方案 行动 计划 资金 税收 信贷 投资
监管 检查 评估 报告 统计 数据 安全 能源 电网 碳排放 足迹 认证 出口 进口 市场 消费 服务 人才 培训 高校 科研 院所 合作 国际 国内""".split()
SIGNS = "华东南西北海江河山川天地金木水火土中新明光远大安宁平泰和顺兴隆昌盛福德仁义礼智信文武成康景元永嘉清建丰"

SYLLABLES = """ka be li mo ru sa te vi no du ha ge fi po lu ra me ti zo nu va de ki so pu la ne ri do mu ta we si bo gu ja fe hi
ro su""".split()

POOL = Chance("pool")


def article(noun_phrase):
    return ("an " if noun_phrase[0] in "aeiou" else "a ") + noun_phrase


def noun_phrase(dice):
    core = f"{dice.of(ADJECTIVES)} {dice.of(NOUNS)}" if dice.happens(0.7) else f"{dice.of(NOUNS)} {dice.of(NOUNS)}"
    start = f"the {core}" if dice.happens(0.6) else article(core)
    return f"{start} of the {dice.of(ADJECTIVES)} {dice.of(NOUNS)}" if dice.happens(0.3) else start


THINGS = [noun_phrase(POOL) for _ in range(6000)]
DEEDS = [f"{POOL.of(VERBS)} {POOL.of(THINGS)}" for _ in range(3000)]
CHINESE_TEXTS = ["".join(POOL.of(CHINESE) for _ in range(POOL.between(6, 14))) for _ in range(3000)]


def digits(number, alphabet, least):
    """The number in the digits of an alphabet, one text for each number. The first ones are shuffled, since
    neighbours would differ in one digit only and look like slips of one another."""
    first = len(alphabet) ** least
    rest = number // first * first + number % first * 26407 % first
    parts = []
    while rest or len(parts) < least:
        rest, digit = divmod(rest, len(alphabet))
        parts.append(alphabet[digit])
    return "".join(parts)


def name(number):
    """A name that only this number has, such as 'Kamoru': three syllables or more."""
    return digits(number, SYLLABLES, 3).capitalize()


def chinese_name(number):
    return digits(number, SIGNS, 2)


KIND_IN_CHINESE = {
    "policy": "政策", "measure": "措施", "agency": "机关", "actor": "主体", "programme": "计划", "target": "目标", "figure": "数据",
    "sector": "产业", "territory": "地区", "term": "概念", "organisation": "企业", "source": "来源", "discrepancy": "分歧",
    "news": "动态", "assessment": "评价",
}
