import java.io.*;
import org.apache.pdfbox.pdmodel.*;
import org.apache.pdfbox.pdmodel.edit.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.util.PDFTextStripper;

/** Reads the text of scanned files; damaged ones go to the repair queue. */
public class Scan {
    static byte[] make(String text) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(PDType1Font.HELVETICA, 12);
                content.moveTextPositionByAmount(50, 700);
                content.drawString(text);
                content.endText();
            }
            document.save(out);
        }
        return out.toByteArray();
    }

    public static void main(String[] args) throws Exception {
        String broken = new String(make("Invoice 2: 0 errors"), "ISO-8859-1").replace("/Root", "/Rout").replace("startxref", "startxrfe").replaceAll("/Length \\d+", "/Length 99999");
        byte[][] files = {make("Invoice 1: 0 errors"), broken.getBytes("ISO-8859-1"), make("Invoice 3: paid")};
        int read = 0;
        for (int i = 0; i < files.length; i++) {
            try (PDDocument document = PDDocument.loadNonSeq(new ByteArrayInputStream(files[i]), null)) {
                System.out.println("file " + (i + 1) + ": " + new PDFTextStripper().getText(document).trim());
                read++;
            } catch (IOException e) {
                System.err.println("file " + (i + 1) + " goes to the repair queue");
                e.printStackTrace();
            }
        }
        System.out.println(read + " of 3 files read");
    }
}
