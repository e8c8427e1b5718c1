const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔文庞耿穆岳凌焦关柴牛樊靳';
const HAN = /[\u4e00-\u9fff]/u;

/** Whether `[start, end)` looks like the given name of a person in a list (名单中的人名): 、赵继绪、. */
export function isNameInList(text: string, start: number, end: number): boolean {
  if (end - start !== 2 || start === 0 || !SURNAMES.includes(text.charAt(start - 1))) return false;
  return !HAN.test(text.charAt(start - 2)) && !HAN.test(text.charAt(end));
}
