// An OFD file as OFDRW reads it, for tests/ofd/ofd.sh:
//
//   Check text FILE                  the text of the pages' bodies, in order
//   Check facts FILE                 title, author, pages, outline
//   Check pictures FILE FOLDER       each page that looks unlike its picture in
//                                    FOLDER, in the order of their names
//   Check shift|lose|cut FILE OUT    a copy whose first page has its first line
//                                    of text a millimetre to the right, lacks
//                                    its first rule, or is cut short

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.ofdrw.converter.ImageMaker;
import org.ofdrw.core.basicStructure.ofd.docInfo.CT_DocInfo;
import org.ofdrw.core.basicStructure.outlines.CT_OutlineElem;
import org.ofdrw.core.basicStructure.pageObj.layer.CT_Layer;
import org.ofdrw.core.basicStructure.pageObj.layer.PageBlockType;
import org.ofdrw.core.basicStructure.pageObj.layer.Type;
import org.ofdrw.core.basicStructure.pageObj.layer.block.TextObject;
import org.ofdrw.core.text.TextCode;
import org.ofdrw.reader.OFDReader;
import org.ofdrw.reader.PageInfo;

public class Check {
    static final double PIXELS_PER_MM = 5;

    // Grey, 0 being black: what is ink, and what is paper.
    static final int INK = 100, PAPER = 225;

    // Pixels of a page that may lie more than a pixel (0.2 mm) off; a letter
    // that is shifted has some 30, a rule hundreds.
    static final int ALLOWED = 5;

    // --- text and facts ----------------------------------------------------

    static void printText(OFDReader reader) {
        for (PageInfo page : reader.getPageList())
            for (CT_Layer layer : page.getAllLayer())
                if (layer.getType() == Type.Body)
                    for (PageBlockType block : layer.getPageBlocks())
                        if (block instanceof TextObject)
                            for (TextCode code
                                : ((TextObject) block).getTextCodes())
                                System.out.println(code.getContent());
    }

    static void printOutline(List<CT_OutlineElem> elements, int level) {
        for (CT_OutlineElem element : elements) {
            System.out.println(level + " " + element.getTitle());
            printOutline(element.getOutlineElems(), level + 1);
        }
    }

    static void printFacts(OFDReader reader) throws Exception {
        CT_DocInfo info = reader.getOFDDir().getOfd().getDocBody()
            .getDocInfo();
        System.out.println("title " + info.getTile());
        System.out.println("author " + info.getAuthor());
        System.out.println("pages " + reader.getNumberOfPages());
        System.out.println("sums " + Files.readAllLines(
            reader.getAttachmentFile("SHA256SUMS")).size());
        printOutline(reader.getDoc(0).getOutlines().getOutlineElems(), 1);
    }

    // --- pictures ----------------------------------------------------------

    static int[][] readGrey(BufferedImage image) {
        int[][] grey = new int[image.getHeight()][image.getWidth()];
        for (int y = 0; y < grey.length; y++)
            for (int x = 0; x < grey[y].length; x++) {
                int rgb = image.getRGB(x, y);
                grey[y][x] = ((rgb >> 16 & 255) * 299 + (rgb >> 8 & 255) * 587
                    + (rgb & 255) * 114) / 1000;
            }
        return grey;
    }

    // Whether something is drawn at a point or beside it.
    static boolean isDrawn(int[][] grey, int x, int y) {
        for (int v = Math.max(0, y - 1); v <= y + 1 && v < grey.length; v++)
            for (int u = Math.max(0, x - 1); u <= x + 1 && u < grey[v].length;
                u++)
                if (grey[v][u] < PAPER)
                    return true;
        return false;
    }

    // Pixels of ink in one picture where the other has paper.
    static int countLost(int[][] from, int[][] in) {
        int lost = 0;
        for (int y = 0; y < from.length; y++)
            for (int x = 0; x < from[y].length; x++)
                if (from[y][x] < INK && !isDrawn(in, x, y))
                    lost++;
        return lost;
    }

    static int countInk(int[][] grey) {
        int ink = 0;
        for (int[] row : grey)
            for (int value : row)
                if (value < INK)
                    ink++;
        return ink;
    }

    static void comparePage(int number, BufferedImage page,
        BufferedImage picture) {
        int[][] drawn = readGrey(page), wanted = readGrey(picture);
        int lost = countLost(wanted, drawn), more = countLost(drawn, wanted);
        if (Math.abs(page.getWidth() - picture.getWidth()) > 1
            || Math.abs(page.getHeight() - picture.getHeight()) > 1)
            System.out.println("page " + number + " is of another size");
        if (lost > ALLOWED || more > ALLOWED)
            System.out.println("page " + number + " lacks " + lost
                + " pixels and has " + more + " others");
        if (countInk(wanted) == 0)
            System.out.println("page " + number + " is empty");
    }

    static void comparePictures(OFDReader reader, File[] pictures)
        throws IOException {
        ImageMaker maker = new ImageMaker(reader, PIXELS_PER_MM);
        if (pictures.length != maker.pageSize())
            System.out.println("there are " + maker.pageSize() + " pages, and "
                + pictures.length + " pictures");
        else
            for (int k = 0; k < pictures.length; k++)
                comparePage(k + 1, maker.makePage(k),
                    ImageIO.read(pictures[k]));
    }

    // --- broken copies -----------------------------------------------------

    static String alterPage(String how, String page) {
        if (how.equals("cut"))
            return page.substring(0, page.length() / 2);
        if (how.equals("lose"))
            return page.replaceFirst("<ofd:PathObject.*</ofd:PathObject>", "");
        Matcher text = Pattern.compile(
            "(<ofd:TextObject [^>]*Boundary=\")([0-9.]+)").matcher(page);
        text.find();
        return page.substring(0, text.end(1))
            + (Double.parseDouble(text.group(2)) + 1)
            + page.substring(text.end(2));
    }

    static void copy(String how, String from, String to) throws IOException {
        try (ZipFile file = new ZipFile(from);
            ZipOutputStream out =
                new ZipOutputStream(Files.newOutputStream(Path.of(to)))) {
            Enumeration<? extends ZipEntry> entries = file.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                byte[] bytes = file.getInputStream(entry).readAllBytes();
                if (entry.getName().equals("Doc_0/Pages/Page_0/Content.xml"))
                    bytes = alterPage(how,
                        new String(bytes, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8);
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(bytes);
            }
        }
    }

    public static void main(String[] arguments) throws Exception {
        String verb = arguments[0];
        System.setProperty("java.awt.headless", "true");
        if (List.of("shift", "lose", "cut").contains(verb)) {
            copy(verb, arguments[1], arguments[2]);
            return;
        }
        try (OFDReader reader = new OFDReader(Path.of(arguments[1]))) {
            if (verb.equals("text"))
                printText(reader);
            else if (verb.equals("facts"))
                printFacts(reader);
            else {
                File[] pictures = new File(arguments[2]).listFiles();
                Arrays.sort(pictures);
                comparePictures(reader, pictures);
            }
        }
    }
}
