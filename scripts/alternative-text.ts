/** What stands for a picture where nobody sees it. */

/** What programs and people in a hurry write: it says that there is a picture, as everybody hears anyway. */
const sayNothing: ReadonlySet<string> = new Set([
  'image', 'img', 'picture', 'pic', 'photo', 'photograph', 'graphic', 'figure', 'illustration', 'drawing', 'alt', 'alt text', 'alternative text', 'untitled', 'placeholder', 'todo',
  'bild', 'foto', 'abbildung', 'grafik', 'zeichnung', 'imagen', 'figura', 'dibujo', 'ilustración', 'photographie', 'dessin', 'immagine', 'fotografia', 'disegno', 'imagem', 'fotografía',
  'afbeelding', 'plaatje', 'tekening', 'obraz', 'obrazek', 'zdjęcie', 'rysunek', 'изображение', 'картинка', 'фото', 'фотография', 'рисунок', 'зображення', 'малюнок', 'світлина', 'фотографія',
  'εικόνα', 'φωτογραφία', 'σχέδιο', 'resim', 'fotoğraf', 'görsel', 'çizim', 'תמונה', 'איור', 'صورة', 'رسم', 'تصویر', 'عکس', '画像', '写真', '図', '图片', '图像', '照片', '圖片', '圖像', '사진', '그림'
])

/** Whether an alternative text says nothing of a picture: it is the name of a file, or a word for any picture. `source`: where the picture lies. */
export function isEmptyAlternative(alt: string, source: string): boolean {
  const said = alt.trim()
  const file = source.slice(source.lastIndexOf('/') + 1)
  return said === file || said === file.replace(/\.\w+$/, '') || isFileName(said) || sayNothing.has(said.normalize('NFC').toLowerCase())
}

/** `map.png`, and what cameras call their pictures: `IMG_2041`, `DSC00012`. */
function isFileName(text: string): boolean {
  return /^\S+\.(?:avif|bmp|gif|jpe?g|png|svg|tiff?|webp)$/i.test(text) || /^(?:DSC|DSCN|IMG|PXL|P|WhatsApp)[-_ ]?\d{3,}[-_\d]*$/i.test(text)
}
