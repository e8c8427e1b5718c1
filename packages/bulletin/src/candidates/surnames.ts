const SINGLE =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公岳帅缑亢况郈有琴归海晋楚闫法汝鄢涂钦岗肖覃佘付代卿税衣旷钱仝泽阳苟蹇补鲜牟尧漆亓邸仉郄覃佘檀昌操敬';

const DOUBLE = ['欧阳', '司马', '诸葛', '上官', '皇甫', '令狐', '尉迟', '东方', '公孙', '慕容', '夏侯', '阿来'];

/** Surnames that are prepositions, too: they say nothing before a post. */
const WORDS = new Set(
  '向于和时从由对经等关方成全党支尚应别后有都通能却须养空国家充终公东法广山水井富平权代补明任满居计强华',
);

/** Length of the surname with which a text begins at an offset; 0 for none (姓). */
export function surnameAt(text: string, at: number): number {
  if (DOUBLE.includes(text.slice(at, at + 2))) return 2;
  return SINGLE.includes(text.charAt(at)) && text.charAt(at) !== '' ? 1 : 0;
}

/** True for a surname that is more often another word (姓). */
export function isWordToo(surname: string): boolean {
  return WORDS.has(surname);
}
