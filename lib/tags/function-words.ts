/**
 * Words that carry a sentence and not its subject: articles, pronouns, prepositions, conjunctions, auxiliaries, question
 * words and the commonest verbs, by language. They are no tags, and do not make two articles alike.
 */
export const FUNCTION_WORDS: Record<string, ReadonlySet<string>> = {
  en: words(`
    a an the this that these those such same other another each every either neither both all any some none no not nor
    i me my mine myself we us our ours ourselves you your yours yourself he him his himself she her hers herself it its
    itself they them their theirs themselves one ones someone anyone everyone nobody something anything everything nothing
    who whom whose which what when where why how whether while
    in on at by for with without within about above across after against along amid among around as before behind below
    beneath beside besides between beyond despite down during except from inside into like near of off onto out outside
    over past per since than through throughout till to toward towards under underneath until unlike up upon versus via
    and but or so yet if because although though unless once
    am is are was were be been being isnt arent wasnt werent have has had having havent hasnt hadnt do does did doing done
    dont doesnt didnt can cannot cant could couldnt may might must shall should shouldnt will wont would wouldnt ought
    know knows knew known say says said saying get gets got getting gotten make makes made making take takes took taken
    taking go goes went gone going come comes came coming see sees saw seen seeing want wants wanted wanting need needs
    needed needing give gives gave given giving tell tells told telling find finds found finding think thinks thought
    thinking use uses used using put puts let lets keep keeps kept seem seems seemed become becomes became look looks
    looked looking mean means meant happen happens happened bring brings brought believe believes believed feel feels
    felt turn turns turned ask asks asked asking try tries tried trying call calls called calling
    very just also too even still already again ever never now then here there only more most less least much many few
    well really quite rather almost often always sometimes soon later today yesterday tomorrow however therefore thus
    new own im ive id ill youre youve hes shes its were weve theyre theyve thats whats heres theres
  `),
  de: words(`
    der die das den dem des ein eine einen einem einer eines kein keine keinen und oder aber doch denn sondern wenn weil
    dass als wie ob obwohl während ich du er sie es wir ihr mich dich ihn uns euch ihnen mein dein sein ihr unser euer
    seine ihre seinen ihren in im an am auf aus bei beim mit nach von vom zu zum zur über unter vor hinter neben zwischen
    für gegen ohne um durch bis seit wegen trotz was wer wen wem wo wann warum welche welcher ist sind war waren sein bin
    bist wird werden wurde wurden hat haben hatte hatten kann können konnte muss müssen soll sollen will wollen darf
    dürfen mag macht machen gibt geben geht gehen kommt kommen sagt sagen weiß wissen sieht nicht noch nur schon auch so
    sehr mehr viel hier dort da dann jetzt nun immer wieder
  `),
  fr: words(`
    le la les un une des du de au aux ce cet cette ces mon ton son notre votre leur mes tes ses nos vos leurs je tu il elle
    on nous vous ils elles me te se lui en et ou mais donc or ni car que qui quoi dont où quand comment pourquoi si comme
    dans sur sous avec sans pour par contre entre vers chez depuis pendant avant après est sont était étaient être été sera
    a ont avait avaient avoir eu fait faire peut peuvent pouvoir doit doivent va vont aller dit dire sait savoir veut voir
    aujourdhui ne pas plus moins très aussi encore déjà toujours jamais ici là tout tous toute toutes même autre
  `),
  es: words(`
    el la los las un una unos unas lo al del de este esta estos estas ese esa esos esas mi tu su nuestro mis tus sus yo
    ella ellos ellas nosotros me te se le les nos y e o u pero sino que quien quién qué cuál cuando cuándo donde dónde cómo
    como por porque para con sin sobre entre hasta desde hacia contra según en a es son era eran ser sido está están estar
    estaba ha han había haber hay hace hacer puede pueden poder debe deben va van ir dice decir sabe saber no ni sí ya muy
    más menos también aún todavía siempre nunca todo todos toda todas otro otra
  `),
  it: words(`
    il lo la i gli le un uno una di a da in con su per tra fra del dello della dei degli delle al allo alla ai agli alle dal
    dalla nel nella sul sulla e ed o ma se che chi cui quale quando dove come perché io tu lui lei noi voi loro mi ti si ci
    vi suo sua suoi sue mio tuo nostro questo questa questi quello quella è sono era erano essere stato ha hanno aveva
    avere fa fare può possono deve va dice sa non più meno molto anche ancora già sempre mai tutto tutti
  `),
  pt: words(`
    o a os as um uma uns umas de do da dos das em no na nos nas por pelo pela para com sem sob sobre entre até desde e ou
    mas que quem qual quando onde como porque se eu tu ele ela nós eles elas me te lhe seu sua seus suas meu minha este esta
    esse essa aquele é são era eram ser sido está estão estar foi foram tem têm ter há faz fazer pode podem deve vai diz não
    mais menos muito também ainda já sempre nunca todo todos
  `),
  nl: words(`
    de het een en of maar want dus omdat als dat die dit deze wie wat waar wanneer waarom hoe in op aan bij met naar van
    voor door over onder uit tot tegen zonder tussen om ik jij hij zij wij jullie hem haar hun ons mijn zijn uw is was
    waren ben bent wordt worden werd heeft hebben had kan kunnen moet moeten wil zal zullen gaat komt zegt weet maakt niet
    geen ook nog al wel zo meer veel hier daar dan nu
  `),
  sv: words(`
    en ett den det de och eller men för att som om när var hur vad vem i på av till från med utan under över mellan efter
    innan vid hos jag du han hon vi ni dem sin sitt sina min din är var vara blir blev har hade ha kan ska skall vill måste
    får gör går säger vet inte också mer mycket här där nu så
  `),
  pl: words(`
    i a o w we z ze na do od po za przed przy pod nad dla bez u że żeby aby ale lub albo oraz czy jak co kto gdzie kiedy
    dlaczego który która które ten ta to te tego tej on ona ono oni one się jego jej ich mój twój jest są był była było być
    ma mają miał może mogą musi nie tak już jeszcze tylko także bardzo
  `),
  ru: words(`
    и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее её мне было вот от меня еще
    ещё нет о об из ему теперь когда даже ну ли если уже или ни быть был была были него до вас они тут где есть надо ней
    для мы тебя их чем сам чтоб чтобы без будто кто этот эта это эти того тот потому этого какой который которая которые
    при после над через эти нас про всех можно между мочь может могут сказал знаем знает почему
  `),
  tr: words(`
    ve veya ya da de ama fakat ancak çünkü eğer ki mi mı mu mü bir bu şu o ben sen biz siz onlar bana sana ona bizi sizi
    ile için gibi kadar göre sonra önce üzere ne nasıl neden niçin kim hangi nerede zaman var yok olan olarak oldu olduğu
    olur değil daha çok en her hiç şey bütün tüm
  `),
  ar: words(`
    في من على إلى الى عن مع هذا هذه ذلك تلك التي الذي الذين ما ماذا لماذا كيف متى أين من هل أن إن كان كانت يكون تكون هو
    هي هم نحن أنا أنت و أو ثم لكن بل حتى لا لم لن ليس قد كل بعض غير بين بعد قبل عند منذ خلال حول ضد
  `),
  ja: words(`
    する した して され される なる なった いる ある ない なく です ます から まで より など こと もの ため よう そう これ それ あれ
    この その どの ここ そこ どこ なに なぜ いつ だれ どう でも しかし また とは には では
  `),
  zh: words(`
    我们 我們 你们 你們 他们 他們 她们 她們 这个 這個 那个 那個 这些 這些 那些 什么 什麼 如何 怎么 怎麼 为何 為何 为什么 為什麼 哪些
    关于 關於 以及 或者 但是 因为 因為 所以 如果 可以 可能 没有 沒有 不是 就是 已经 已經 还是 還是 知道 认为 認為 表示 成为 成為
  `),
  th: words(`
    ที่ และ หรือ แต่ ของ ใน จาก ให้ ได้ เป็น คือ มี ไม่ จะ ว่า กับ แก่ ต่อ เพื่อ โดย อะไร ทำไม เมื่อ ใคร อย่างไร นี้ นั้น
    เรา เขา รู้ ไป มา แล้ว
  `),
  hi: words(`
    का की के को से में पर और या लेकिन कि जो यह वह ये वे इस उस इन उन एक है हैं था थी थे हो होना किया कर करने करना गया गई
    ने भी ही तो नहीं क्या क्यों कैसे कब कहाँ कौन लिए साथ बाद पहले तक जब तब अब
  `),
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter(Boolean))
}
