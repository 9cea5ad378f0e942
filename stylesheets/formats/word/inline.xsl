<?xml version="1.0" encoding="UTF-8"?>
<!--
  Text and values in a paragraph.  A value is a content control, and always a
  rich one: LibreOffice 7.4 writes the text of plain ones several times when it
  saves the document.  A blank value is an empty control, without words that
  say so, since it is printed.  A bookmark stands around each control, those
  inside of another one too: it outlives the tag in programs that drop that.

  Names:  of bookmarks: v_, the tag, _, which value of that tag it is.  So each
          is that of one control, begins with a letter, has fewer than the 40
          characters that Word keeps, and is the same in every run.
  Reads:  value, whose number is unique as every w:id must be; findings, break,
          text; @number of headings and paragraphs; mark.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:d="urn:jixiao:document:1"
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    exclude-result-prefixes="d">

<!-- Word shows 64 characters (ISO/IEC 29500-1, 17.5.2.1). -->
<xsl:template match="d:value">
  <w:bookmarkStart w:id="{@number}" w:name="v_{@tag}_{@occurrence}"/>
  <w:sdt>
    <w:sdtPr>
      <w:alias w:val="{substring(@label, 1, 64)}"/>
      <w:tag w:val="{@tag}"/>
      <w:id w:val="{@number}"/>
    </w:sdtPr>
    <w:sdtContent>
      <xsl:apply-templates/>
      <xsl:if test="not(node())"><w:r><w:t/></w:r></xsl:if>
    </w:sdtContent>
  </w:sdt>
  <w:bookmarkEnd w:id="{@number}"/>
</xsl:template>

<!-- Nothing is taken back from a paper that is no attachment. -->
<xsl:template match="d:attachment[not(d:mark)]//d:value" priority="1">
  <xsl:apply-templates/>
</xsl:template>

<!-- The hint gives quotation marks, dashes and the like to the Chinese face
     (ISO/IEC 29500-1, 17.3.2.26); letters and figures are Latin anyway. -->
<xsl:template match="text() | @number">
  <w:r>
    <w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>
    <w:t xml:space="preserve"><xsl:value-of select="."/></w:t>
  </w:r>
</xsl:template>

<!-- Paper never says what was found. -->
<xsl:template match="d:findings"/>

<!-- Paper leads nowhere. -->
<xsl:template match="d:link"><xsl:apply-templates/></xsl:template>

<xsl:template match="d:break">
  <w:r><w:br/></w:r>
</xsl:template>

</xsl:stylesheet>
