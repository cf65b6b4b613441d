/** As large as the server keeps it; more would only travel. Pixels of the longest side. */
const longestSide = 1600;

/** Small enough to send as it is. Bytes. */
const smallEnough = 400_000;

/**
 * Makes a photo in a form smaller on the device, so that it travels over bad Wi-Fi. Whatever cannot be read here goes
 * as it is: the server judges it.
 */
export async function downscalePhoto(form: FormData, field: string): Promise<void> {
  const file = form.get(field);
  if (!(file instanceof File) || file.size <= smallEnough || !file.type.startsWith('image/')) return;
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
    const canvas = new OffscreenCanvas(
      Math.max(1, Math.round(picture.width * scale)),
      Math.max(1, Math.round(picture.height * scale))
    );
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const smaller = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 });
    if (smaller.size < file.size) form.set(field, smaller, 'photo.jpg');
  } catch {
    // An old browser or an unknown kind of picture: the original is sent.
  }
}
