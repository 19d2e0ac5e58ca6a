/** How a copy gets into a content management system: steps for those most newsrooms have, and for paper. */

export interface Guide {
  readonly name: string;
  readonly steps: readonly string[];
  /** What to do with the lines for the head, where the terms want any. */
  readonly head: string | null;
}

const en: readonly Guide[] = [
  {
    name: 'WordPress',
    steps: [
      'Start a new post, and write the headline into its title.',
      'Add a “Custom HTML” block, and paste the HTML copy into it. In the classic editor, choose the “Text” tab first.',
      'Delete the first line of the block, the <h1>: your theme prints the title already.',
      'Look at the preview: the credit line must be there, with its link.',
    ],
    head: 'Canonical address and noindex are fields of every SEO plug-in, below the post. Without one, ask whoever looks after your theme.',
  },
  {
    name: 'Ghost',
    steps: [
      'Start a new post, and write the headline into its title.',
      'Type /html, press Enter, and paste the HTML copy without its first line, the <h1>. Or paste the Markdown copy into a Markdown card.',
      'Look at the preview: the credit line must be there, with its link.',
    ],
    head: 'In the post’s settings, “Meta data” has a field for the canonical URL, and “Code injection” one for the head of the post.',
  },
  {
    name: 'Drupal',
    steps: [
      'Add an article, and write the headline into its title.',
      'Choose a text format that keeps figures, such as “Full HTML”, press “Source”, and paste the HTML copy without its first line, the <h1>.',
      'Look at the preview: the credit line must be there, with its link.',
    ],
    head: 'With the Metatag module, canonical URL and robots are fields of the article. Without it, ask whoever looks after your theme.',
  },
  {
    name: 'Squarespace',
    steps: [
      'Start a blog post, and write the headline into its title.',
      'Add a code block of the kind HTML, and paste the HTML copy without its first line, the <h1>.',
      'Look at the post: the credit line must be there, with its link.',
    ],
    head: 'Look in the post’s settings under SEO. Where there is no field for what our lines say, write to us before you publish.',
  },
  {
    name: 'Wix, and editors without an HTML view',
    steps: [
      'Open copy.html below in your browser, select all of it, and copy it.',
      'Start a new post, paste it into the text, and move the headline into the title.',
      'Don’t use an HTML embed: it is a frame of its own, and search engines don’t see the credit in it.',
      'Look at the credit line: it must have kept its link and its code.',
    ],
    head: 'In the post’s SEO settings, under advanced or additional tags. Where there is no field for what our lines say, write to us.',
  },
  {
    name: 'E-mail and print',
    steps: [
      'Take the plain text.',
      'Keep the credit line whole. The code at its end stands in for the link on paper: nothing else is needed.',
      'Send us the page it is on, as a PDF or a photo: we like to see it.',
    ],
    head: null,
  },
];

const ar: readonly Guide[] = [
  {
    name: 'WordPress',
    steps: [
      'ابدأ مقالة جديدة واكتب العنوان في خانة العنوان.',
      'أضف مكوّن «HTML مخصص» والصق فيه نسخة HTML. في المحرر الكلاسيكي اختر لسان «نص» أولًا.',
      'احذف السطر الأول من المكوّن، أي <h1>، فالقالب يطبع العنوان.',
      'انظر في المعاينة: يجب أن يظهر سطر الإسناد ومعه رابطه.',
    ],
    head: 'في كل إضافة لمحركات البحث خانتان أسفل المقالة: العنوان الأساسي (canonical) وnoindex. وإن لم تكن لديك إضافة فاسأل من يعتني بقالبك.',
  },
  {
    name: 'Ghost',
    steps: [
      'ابدأ مقالة جديدة واكتب العنوان في خانة العنوان.',
      'اكتب ‎/html واضغط Enter والصق نسخة HTML من دون سطرها الأول <h1>، أو الصق نسخة Markdown في بطاقة Markdown.',
      'انظر في المعاينة: يجب أن يظهر سطر الإسناد ومعه رابطه.',
    ],
    head: 'في إعدادات المقالة: Meta data للعنوان الأساسي، وCode injection لرأس المقالة.',
  },
  {
    name: 'Drupal',
    steps: [
      'أضف مقالة واكتب العنوان في خانة العنوان.',
      'اختر تنسيق نص يبقي الصور، مثل Full HTML، واضغط Source والصق نسخة HTML من دون سطرها الأول <h1>.',
      'انظر في المعاينة: يجب أن يظهر سطر الإسناد ومعه رابطه.',
    ],
    head: 'مع وحدة Metatag تجد العنوان الأساسي وrobots بين حقول المقالة. ومن دونها اسأل من يعتني بقالبك.',
  },
  {
    name: 'Squarespace',
    steps: [
      'ابدأ تدوينة واكتب العنوان في خانة العنوان.',
      'أضف Code block من نوع HTML والصق نسخة HTML من دون سطرها الأول <h1>.',
      'انظر إلى التدوينة: يجب أن يظهر سطر الإسناد ومعه رابطه.',
    ],
    head: 'انظر في إعدادات التدوينة تحت SEO. وإن لم تجد خانة لما تقوله أسطرنا فاكتب إلينا قبل النشر.',
  },
  {
    name: 'Wix والمحررات التي لا تعرض HTML',
    steps: [
      'افتح copy.html أدناه في متصفحك، وحدد كل ما فيه وانسخه.',
      'ابدأ تدوينة جديدة والصقه في النص، وانقل العنوان إلى خانة العنوان.',
      'لا تستخدم تضمين HTML: فهو إطار منفصل لا ترى محركات البحث الإسناد فيه.',
      'انظر إلى سطر الإسناد: يجب أن يبقى رابطه ورمزه.',
    ],
    head: 'في إعدادات SEO للتدوينة، تحت الإعدادات المتقدمة. وإن لم تجد خانة لما تقوله أسطرنا فاكتب إلينا.',
  },
  {
    name: 'البريد الإلكتروني والطباعة',
    steps: [
      'خذ النص العادي.',
      'أبقِ سطر الإسناد كاملًا. الرمز في آخره يقوم على الورق مقام الرابط، ولا حاجة إلى غيره.',
      'أرسل إلينا الصفحة التي نُشر فيها، ملف PDF أو صورة: يسرنا أن نراها.',
    ],
    head: null,
  },
];

const TABLES: Readonly<Record<string, readonly Guide[]>> = { en, ar };

/** By the language of the page, which has a table. */
export const guidesIn = (language: string): readonly Guide[] => TABLES[language] ?? en;
