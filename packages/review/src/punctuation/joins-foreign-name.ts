/** Characters with which foreign and minority names are written in Chinese; the common ones, none that is frequent elsewhere. */
const SOUNDS = new Set(
  '阿埃艾奥巴贝彼勃伯博查达戴丹道德邓迪蒂杜厄恩尔费弗福甫戈格哈海汉赫亨胡霍基吉加贾杰卡凯坎科克肯库拉莱兰朗劳勒雷李里莉列琳伦罗洛马玛迈麦曼梅蒙米密莫默姆穆纳娜奈尼涅诺欧帕潘佩彭皮普奇恰乔琴热萨塞森莎圣史舒丝斯思索塔泰坦汤特提图托瓦威韦维沃乌西希夏谢休雅扬耶叶伊依因英尤约泽詹哲珍兹佐孜吐逊买丁顿登木江力合卫大嘉安保约翰彬宾丽菲芙昂敦逊',
);

/** Whether a mark at `at` stands between two parts of a foreign name (外国人名的间隔处): 大卫.李嘉图. */
export function joinsForeignName(text: string, start: number, end: number, at: number): boolean {
  if (at - 2 < start || at + 2 >= end) return false;
  const left = countSounds(text, at - 1, -1, start);
  const right = countSounds(text, at + 1, 1, end);
  return left >= 2 && right >= 2 && left + right >= 4;
}

function countSounds(text: string, from: number, step: 1 | -1, bound: number): number {
  let count = 0;
  for (let at = from; step > 0 ? at < bound : at >= bound; at += step) {
    if (!SOUNDS.has(text.charAt(at)) || count === 6) return count;
    count += 1;
  }
  return count;
}
