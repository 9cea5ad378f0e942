/*
 * A table as docx or HTML by the stylesheet compiler of the JDK, which makes
 * classes of stylesheets:
 *
 *     java Xsltc.java STYLESHEET XML docx|html RUNS FOLDER PARTS
 *
 * As the runner of the other Java program beside it: the stylesheet is compiled
 * once, the XML file is read each time, and a .docx gets the parts of the
 * folder PARTS, packed anew.  Before it is timed it runs as often again, until
 * Java has compiled what runs much.  Printed is a line of JSON with the
 * seconds of the processor, those of all Java's threads.
 */

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.transform.Templates;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;

public class Xsltc {
    static final String[] CONSTANT_PARTS = {
        "[Content_Types].xml", "_rels/.rels", "docProps/core.xml",
        "word/_rels/document.xml.rels", "word/styles.xml",
    };

    final Templates stylesheet;
    final Path input, output, parts;
    final boolean isPacked;

    Xsltc(String[] words) throws TransformerException {
        stylesheet = TransformerFactory.newDefaultInstance().newTemplates(
            new StreamSource(Path.of(words[0]).toFile()));
        input = Path.of(words[1]);
        isPacked = words[2].equals("docx");
        output = Path.of(words[4], "xsltc_0." + words[2]);
        parts = Path.of(words[5]);
    }

    static void put(ZipOutputStream zip, String name, byte[] bytes)
            throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    void pack(OutputStream file, byte[] document) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(file);
        for (String name : CONSTANT_PARTS)
            put(zip, name, Files.readAllBytes(parts.resolve(name)));
        put(zip, "word/document.xml", document);
        zip.finish();
    }

    void run() throws IOException, TransformerException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 17);
        stylesheet.newTransformer().transform(
            new StreamSource(input.toFile()), new StreamResult(bytes));
        try (FileOutputStream file = new FileOutputStream(output.toFile())) {
            if (isPacked)
                pack(file, bytes.toByteArray());
            else
                bytes.writeTo(file);
        }
    }

    public static void main(String[] words) throws Exception {
        var system = (com.sun.management.OperatingSystemMXBean)
            ManagementFactory.getOperatingSystemMXBean();
        int runs = Integer.parseInt(words[3]);
        Xsltc xsltc = new Xsltc(words);
        for (int k = 0; k < Math.max(200, runs); k++)
            xsltc.run();
        long begun = system.getProcessCpuTime();
        for (int k = 0; k < runs; k++)
            xsltc.run();
        System.out.printf("{\"engine\":\"xsltc\",\"N\":%d,\"cpu\":%f}%n",
            runs, (system.getProcessCpuTime() - begun) / 1e9);
    }
}
