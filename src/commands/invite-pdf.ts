import PDFDocument from 'pdfkit';
import QRCode from 'qrcode';
import type { OperatorTexts } from '../i18n/operator-texts.ts';

/** What a card on paper tells a person. */
export interface InviteCard {
  name: string;
  unit: string;
  code: string;
  /** Telegram's link, empty where no bot is set. */
  link: string;
  slack: string;
  validUntil: string;
}

const MARGIN = 36;
const COLUMNS = 2;
const ROWS = 4;
const QR = 96;
const INK = '#14323a';
const QUIET = '#5b6f75';

/** Cards to cut out, eight on an A4 page: name, code, and the link as a QR code. */
export async function invitePdf(cards: readonly InviteCard[], t: OperatorTexts): Promise<Buffer> {
  const doc = new PDFDocument({ size: 'A4', margin: MARGIN, info: { Title: t.invite.pdfTitle() } });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<Buffer>((resolve) => doc.on('end', () => resolve(Buffer.concat(chunks))));
  const width = (doc.page.width - 2 * MARGIN) / COLUMNS;
  const height = (doc.page.height - 2 * MARGIN) / ROWS;
  cards.forEach((card, index) => {
    const place = index % (COLUMNS * ROWS);
    if (place === 0 && index > 0) doc.addPage();
    const x = MARGIN + (place % COLUMNS) * width;
    const y = MARGIN + Math.floor(place / COLUMNS) * height;
    drawCard(doc, card, t, { x, y, width, height });
  });
  doc.end();
  return done;
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

function drawCard(doc: PDFKit.PDFDocument, card: InviteCard, t: OperatorTexts, box: Box): void {
  const { x, y, width, height } = box;
  doc.save().lineWidth(0.5).dash(3, { space: 3 }).rect(x, y, width, height).stroke('#b9c6c9').restore();
  const left = x + 14;
  const beside = card.link === '' ? width - 28 : width - 28 - QR - 10;
  const line = { width: beside, lineBreak: true, ellipsis: true };
  doc
    .fillColor(INK)
    .font('Helvetica-Bold')
    .fontSize(12)
    .text(card.name, left, y + 16, { ...line, height: 30 });
  doc
    .fillColor(QUIET)
    .font('Helvetica')
    .fontSize(8.5)
    .text(card.unit, { ...line, height: 22 });
  doc.moveDown(0.7).fillColor(QUIET).fontSize(8).text(t.invite.pdfCode(), line);
  doc.fillColor(INK).font('Courier-Bold').fontSize(15).text(card.code, line);
  doc.moveDown(0.4).font('Helvetica').fontSize(8).fillColor(QUIET);
  doc.text(card.link === '' ? '' : t.invite.pdfTelegram(), line);
  doc.text(t.invite.pdfSlack(card.slack), line);
  doc.text(t.invite.pdfUntil(card.validUntil), line);
  if (card.link !== '') drawQr(doc, card.link, x + width - QR - 14, y + 16);
  doc.fontSize(7).text(t.invite.pdfSecret(), left, y + height - 24, { width: width - 28 });
}

/** Draws a QR code as squares, so that it stays sharp on any printer. */
function drawQr(doc: PDFKit.PDFDocument, text: string, x: number, y: number): void {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const side = QR / modules.size;
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) doc.rect(x + column * side, y + row * side, side, side);
    }
  }
  doc.fill('#000000');
}
