import { PairWords } from './pair-words.ts';

function pairs(words: string): PairWords {
  return new PairWords(words.split(' '));
}

function characters(list: string): Uint8Array {
  const flags = new Uint8Array(65_536);
  for (const character of list) flags[character.charCodeAt(0)] = 1;
  return flags;
}

/** Verbs that say that something stands at a figure and add nothing to what it counts. */
export const STAND = pairs(
  '实现 完成 达到 已达 共有 现有 拥有 总计 合计 共计 计有 设有 占有 实有 仅有 已有 只有 约为 均为 高达 接近 超过 突破 不足 约有 分别 累计 近达 增至 降至 升至 增到 减到 减至 保有 有着 具有 各有 另有 还有 原有 辖有 共达 总共 一共 共为 计为 即达 可达 多达 已有 将近',
);
/** Verbs that make a figure another one: they stay with what is counted. */
export const ACT = pairs(
  '建成 新建 修建 扩建 改建 架设 铺设 埋设 开挖 疏浚 清淤 整修 维修 拆除 改造 新增 购进 购置 购买 收购 销售 出售 生产 加工 种植 播种 栽植 养殖 饲养 投资 投入 安排 拨款 筹集 筹资 争取 引进 利用 出口 进口 查处 破获 抓获 逮捕 受理 审结 审理 立案 办理 处理 调处 调解 收缴 追缴 挽回 上缴 上交 缴纳 征收 入库 发放 发展 吸收 招收 录取 毕业 培训 举办 召开 组织 开展 推广 实施 承担 编纂 出版 发表 刊登 播发 采用 接待 接收 安置 救助 资助 捐款 捐助 征集 征用 占用 开发 打击 取缔 检查 抽查 检验 检测 注册 登记 发行 印发 下达 减免 兑付 偿还 贷出 回收 清收 治理 绿化 造林 育苗 防治 灌溉 排涝 淹没 倒塌 死亡 受伤 受灾 成灾 淘汰 撤销 合并 保留 评选 表彰 奖励 授予 荣获 获得 选举 选出 参加 出席 收到 提出 答复 命中 承保 赔付 理赔 支付 供应 调入 调出 外调 运输 运送 发送 到达 订阅 印刷 修复 加固 硬化 栽种 补充 配备 装备 安装 更新 聘任 聘用 招聘 调整 转业 退休 离休 签订 签约 落实 争创 创建 落户 聚集 共建 兴建 续建 动工 竣工 开工 投产 复种 覆盖 控制 普及 接种 发现 治愈 诊治 收治 收养 捕捞 放养 出栏 屠宰 存栏 移交 外迁 搬迁 迁入 迁出 出生 处分 处罚 罚款 没收 判处 判决 起诉 批捕 侦破 缴获 摧毁 取得 报送 呈报 审批 核准 批准 公布 整理 收藏 馆藏 借阅 流通 放映 演出 创作 演播 播放 制作 开放 接纳 安葬 奖金 捐赠 募集 援助 支援 派出 抽调 选派 动员 出动 疏通 清理 清除 植树',
);
/** Verbs of growing and shrinking; with 到、至 behind them they lead to a level. */
export const GROWN = pairs(
  '增加 减少 提高 上升 下降 降低 扩大 增长 缩小 缩短 降至 增至 升至 回落 攀升 上涨 下跌 压缩 延长',
);
/** What may stand before the subject of a clause and says nothing about it. */
export const LEAD = pairs(
  '全年 当年 该年 同年 是年 年末 年底 年终 年内 其中 另有 截至 截止 到年 至年 先后 累计 共计 当时 现在 目前 现已 已经 每年 当月 同期 期间 期末 其间 此外 另外 同时 并且 使得 至此 是时 时有 上述 以上 此时 其后 此后 之后 以后 以来 后来 随后 各类 各种 年初 年度 月底 月末 季末 合计 总计 按照 按当 年均',
);
/** One character that may stand there too. */
export const LEAD_ONE = characters(
  '占底末初内间度来前后起始至到截共计约其另还也又并即已则有在对把将由从使为是，的间中',
);
/** One character between what is counted and its figure. */
export const TAIL_ONE = characters('达为是有共计约近逾超仅只各均已占到至的得足至总由从即凡每');
/** After these characters 有 is no verb: 国有、所有. */
export const BEFORE_HAVE = characters('国所公私占持含唯未固只特');
/** Before these characters 有 is no verb: 有林地、有线电视. */
export const AFTER_HAVE = characters('林色机线效限关害利偿期氧毒');
/** Ends of names of units and places, which may be the subject. */
export const NAME_END = characters(
  '局厂社站所校院县镇乡村区市行部会场矿店馆司心团队库闸渠河路桥湖线坝塔楼庙寺厅处委办室州省国屯庄港学',
);
/** Pairs that look like the end of a name and its sequel, and are one word. */
export const NO_NAME_END = pairs(
  '农村 社会 乡镇 乡村 村民 县城 市场 区域 厂房 所有 部分 行业 校舍 场地 站点 会员 院校 局部 镇区 市区 县级 市级 省级 国家 国内 国民 国有 国营 国税 地区 社员 村级 村庄 乡级 镇级 路面 路线 路灯 河道 渠道 桥梁 线路 馆藏 馆员 团员 队员 库容 库存 行政 会议 会计 部门 所得 处理 办公 室内 省内 市内 县内 台账 店面 心脏 校园 院内 国际 国债 国土 县属 市属 省属 县域 社保 楼房 楼层 湖区 库区 港口 镇村 村镇 行人 部队 团体 线长 塔吊 店铺 市民 居民 校长 县长 市长 厂长 河流 河堤 路基 路长 桥长 桥面 库区 坝高 坝顶 坝长 渠首 闸门 闸孔 闸室 办案 处罚 行为 行车 会费 会展 场次 场馆 所属 团伙 区间 国债 省道 县道 乡道 国道 村道 县乡 乡村 城镇 委员 委托 室外 台次 庄稼 市政 区级 县直 市直 区直 社区 院士 厅级 处级 村委 县委 镇委 村组 乡财 县财 在校 在园 在院 学生 学校 学历 学龄 学会 学习 学科 学员 学位 学前 学制 学年 学时 入学 办学 助学 教学 科学 医学 化学 文学 数学 渠长 河长 河宽 塔高 塔身 堤顶 堤防 站长 校舍 院长 所长 行长 库房 路宽 路程 坝体 坝址 渠系 河网 河段 车站 河底 渠底 庙会 港币 堤长 部级 处长 厅长 局长 镇长 乡长 村长 书院 供水 处方 处于 处级 停车 馆舍',
);
/** Words that change what is counted (口径). */
export const SCOPES: readonly string[] = [
  '规模以上',
  '限额以上',
  '全社会',
  '当年价',
  '现行价',
  '现价',
  '不变价',
  '可比价',
  '户籍',
  '常住',
  '非农业',
  '农业人口',
  '城镇',
  '农村',
  '在岗',
  '累计',
  '计划',
  '设计',
  '预算',
  '预计',
  '核定',
  '地方',
  '一般预算',
  '系统内',
  '县属',
  '国营',
  '集体',
  '普查',
  '抽样',
];
