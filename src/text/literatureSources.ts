/**
 * Vietnamese for sources of coefficients that rest on what others have published, by their English text. Citations (author, year, title) stay as
 * they are; only our own words are translated. A source that is a citation and nothing else has no row.
 */
export const literatureSources: Readonly<Record<string, string>> = {
  'Blattberg & Deighton 1996: acquisition rate = ceiling (1 - exp(-k spend))':
    'Blattberg & Deighton 1996: tỷ lệ thu hút = mức trần × (1 − exp(−k × tiền chi))',
  'proposal; form of Villanueva, Yoo & Hanssens 2008': 'đề xuất; dạng hàm theo Villanueva, Yoo & Hanssens 2008',
  'proposal after Schmitt, Skiera & Van den Bulte 2011': 'đề xuất, dựa theo Schmitt, Skiera & Van den Bulte 2011',
  'proposal; adstock of Broadbent 1979, quarterly carry-over of Clarke 1976':
    'đề xuất; hiệu ứng dồn của quảng cáo theo Broadbent 1979, phần còn lại sang quý sau theo Clarke 1976',
  'Rust, Lemon & Zeithaml 2004: choice by value, brand and relationship equity with inertia':
    'Rust, Lemon & Zeithaml 2004: khách chọn theo giá trị, thương hiệu và quan hệ, có quán tính',
  'sign: Parasuraman, Zeithaml & Berry 1985, promises win; size a proposal':
    'chiều tác động: Parasuraman, Zeithaml & Berry 1985, lời hứa thu hút khách; độ lớn là đề xuất',
  'proposal; small, as rating hardly tells share of wallet (Keiningham)':
    'đề xuất; nhỏ, vì điểm đánh giá hầu như không cho biết thị phần trong ví khách (Keiningham)',
  'mechanics 2; form of Godfrey, Seiders & Voss 2011': 'quy tắc của mô hình, mục 2; dạng hàm theo Godfrey, Seiders & Voss 2011',
  'Godfrey, Seiders & Voss 2011: interior optimum': 'Godfrey, Seiders & Voss 2011: mức tốt nhất nằm ở giữa',
  'Anderson & Sullivan 1993: quality and disconfirmation, shortfall weighs more':
    'Anderson & Sullivan 1993: chất lượng và chênh lệch so với kỳ vọng, thiếu hụt nặng hơn',
  'Bolton 1998: experience anchors': 'Bolton 1998: trải nghiệm cũ níu lại',
  'Goodman & Newman 2003; US Office of Consumer Affairs 1979: 3% of minor, 69% of serious problems, at an ordinary door':
    'Goodman & Newman 2003; US Office of Consumer Affairs 1979: 3% vấn đề nhỏ, 69% vấn đề nặng được nói ra khi kênh khiếu nại ở mức bình thường',
  'proposal; Fornell & Wernerfelt 1987': 'đề xuất; Fornell & Wernerfelt 1987',
  'sign: Ngai et al. 2007, fewer complain who fear for face; size a proposal':
    'chiều tác động: Ngai et al. 2007, người sợ mất mặt ít khiếu nại hơn; độ lớn là đề xuất',
  'Goodman 2009: a fifth to two fifths of dissatisfaction comes of own errors and expectations':
    'Goodman 2009: từ một phần năm đến hai phần năm sự không hài lòng là do lỗi và kỳ vọng của chính khách',
  'sign: Folkes 1984, who sees the cause in himself expects less; size a proposal':
    'chiều tác động: Folkes 1984, người thấy lỗi ở mình thì đòi hỏi ít hơn; độ lớn là đề xuất',
  'sign: Baker, Magnini & Perdue 2012, generous redress invites opportunistic complaints; size a proposal':
    'chiều tác động: Baker, Magnini & Perdue 2012, đền bù hào phóng kéo theo khiếu nại trục lợi; độ lớn là đề xuất',
  'Tax, Brown & Chandrashekaran 1998: distributive, procedural, interactional justice':
    'Tax, Brown & Chandrashekaran 1998: công bằng về kết quả, về thủ tục và về cách đối xử',
  'Maxham & Netemeyer 2002: a second failure is not repaired': 'Maxham & Netemeyer 2002: sai sót lần hai thì không cứu lại được',
  'de Matos et al. 2007: satisfaction only': 'de Matos et al. 2007: chỉ với sự thỏa mãn',
  'TARP 1986: repurchase in eight groups by loss and by what became of the complaint':
    'TARP 1986: tỷ lệ mua lại của tám nhóm, chia theo thiệt hại và theo kết cục của khiếu nại',
  'Anderson 1998: U-shape': 'Anderson 1998: hình chữ U',
  'Anderson 1998; bad about twice good': 'Anderson 1998; chuyện xấu nặng gấp khoảng hai lần chuyện tốt',
  'MarketingSherpa 2.1% a month': 'MarketingSherpa: 2,1% mỗi tháng',
  'Peterson & Wilson 1992: four in five tick one of the two best boxes; the pleased and the angry answer more readily':
    'Peterson & Wilson 1992: năm người thì bốn chọn một trong hai ô cao nhất; người hài lòng và người bực tức dễ trả lời hơn',
  'Mailchimp, benchmarks by industry, October 2019, all users: opens 21.3%, clicks 2.6%, unsubscribes .26%':
    'Mailchimp, benchmarks by industry, 10/2019, mọi người dùng: mở thư 21,3%, bấm 2,6%, hủy nhận 0,26%',
  'proposal; sign: Godfrey, Seiders & Voss 2011': 'đề xuất; chiều tác động: Godfrey, Seiders & Voss 2011',
  'Baymard Institute: mean of published studies of cart abandonment, 70%':
    'Baymard Institute: trung bình các nghiên cứu đã công bố về giỏ hàng bỏ dở, 70%',
  'proposal; sign: Neslin 2002, most of a promotion goes to sales that would have been made, the more the better the price':
    'đề xuất; chiều tác động: Neslin 2002, phần lớn khuyến mãi rơi vào lượt mua đằng nào cũng có, giá càng tốt càng vậy',
  'proposal; sign: Neslin 2002, purchases brought forward; size below what he reports for deals':
    'đề xuất; chiều tác động: Neslin 2002, lượt mua bị kéo về sớm; độ lớn thấp hơn mức ông nêu cho các đợt giảm giá',
  'proposal; sign: wear-out, Blattberg, Kim & Neslin 2008': 'đề xuất; chiều tác động: nhàm dần, Blattberg, Kim & Neslin 2008',
  'mechanics: programme; stall causes after Kale 2004 and Forsyth 2001':
    'quy tắc của mô hình: chương trình; nguyên nhân đình trệ theo Kale 2004 và Forsyth 2001',
  'mechanics: adoption; form of Bass-like diffusion towards a ceiling (Davis 1989: usefulness, ease, support)':
    'quy tắc của mô hình: mức sử dụng; dạng lan tỏa kiểu Bass tới một mức trần (Davis 1989: hữu ích, dễ dùng, được hỗ trợ)',
  'Rogers 2003: innovators and early adopters, the first 16%; size is a proposal':
    'Rogers 2003: nhóm đổi mới và nhóm dùng sớm, 16% đầu tiên; độ lớn là đề xuất',
  'form: Morgan & Hunt 1994, trust between conduct and commitment; size a proposal':
    'dạng hàm: Morgan & Hunt 1994, niềm tin nằm giữa cách cư xử và sự cam kết; độ lớn là đề xuất',
  'Tax, Brown & Chandrashekaran 1998: handling of complaints builds trust; size a proposal':
    'Tax, Brown & Chandrashekaran 1998: cách xử lý khiếu nại tạo niềm tin; độ lớn là đề xuất',
  'sign: Morgan & Hunt 1994; size a proposal': 'chiều tác động: Morgan & Hunt 1994; độ lớn là đề xuất',
  'Wedel and Kamakura 2000: response differs by segment, form ours':
    'Wedel and Kamakura 2000: phản ứng khác nhau theo đoạn; dạng hàm do chúng tôi chọn',
  'Anderson & Sullivan 1993: shortfall weighs more': 'Anderson & Sullivan 1993: thiếu hụt nặng hơn',
  'sign: Xia, Monroe & Cox 2004, unfair is to pay more than like buyers; size a proposal':
    'chiều tác động: Xia, Monroe & Cox 2004, trả cao hơn người mua tương tự là bất công; độ lớn là đề xuất',
  'proposal; sign: Brynjolfsson & Smith 2000, lower prices online draw buyers':
    'đề xuất; chiều tác động: Brynjolfsson & Smith 2000, giá trên mạng thấp hơn kéo người mua',
  'sign: Liu 2007, light buyers buy more, heavy ones collect for what they bought anyway; size a proposal':
    'chiều tác động: Liu 2007, người mua ít thì mua thêm, người mua nhiều chỉ gom điểm cho thứ đằng nào cũng mua; độ lớn là đề xuất',
  'sign: Kivetz, Urminsky & Zheng 2006; size a proposal': 'chiều tác động: Kivetz, Urminsky & Zheng 2006; độ lớn là đề xuất',
  'sign: Klemperer 1987; size a proposal': 'chiều tác động: Klemperer 1987; độ lớn là đề xuất',
  'sign: Rust, Lemon & Zeithaml 2004; size a proposal': 'chiều tác động: Rust, Lemon & Zeithaml 2004; độ lớn là đề xuất',
  'Tversky & Kahneman 1992: a loss weighs about 2.25 times a gain':
    'Tversky & Kahneman 1992: một khoản mất nặng gấp khoảng 2,25 lần một khoản được',
  'form: Gans, Koole & Mandelbaum 2003, calls out are made in idle time; size a proposal':
    'dạng hàm: Gans, Koole & Mandelbaum 2003, gọi ra trong lúc rỗi; độ lớn là đề xuất',
  'direction: Bolton 1998, the new learn quickest': 'chiều tác động: Bolton 1998, khách mới đổi ý nhanh nhất',
  'form: Thomas, Blattberg & Fox 2004, recapture of lost customers; rate after the decision catalogue, .05-.2':
    'dạng hàm: Thomas, Blattberg & Fox 2004, giành lại khách đã mất; tỷ lệ theo danh mục quyết định, 0,05–0,2',
  'order: Kumar, Bhagwat & Zhang 2015, the reason for leaving decides who returns and for how long; size a proposal':
    'thứ tự: Kumar, Bhagwat & Zhang 2015, lý do rời đi quyết định ai quay lại và ở được bao lâu; độ lớn là đề xuất',
  'Gneiting & Raftery 2007: interval score; bars a proposal': 'Gneiting & Raftery 2007: điểm của khoảng ước lượng; các ngưỡng là đề xuất',
};
