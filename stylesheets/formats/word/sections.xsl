<?xml version="1.0" encoding="UTF-8"?>
<!--
  An attachment is a section: paper, margins, grid, page numbers that go on
  through the set (GB/T 9704-2012, 7.3.7 and 7.5).  The last section's
  properties end the body; those of the others stand in a last paragraph.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:d="urn:jixiao:document:1"
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    exclude-result-prefixes="d">

<xsl:template match="d:attachment">
  <xsl:apply-templates select="*"/>
  <xsl:apply-templates select="." mode="section"/>
</xsl:template>

<!-- A paragraph of its own, one point high: LibreOffice 7.4 runs a paragraph
     that ends in a content control and a section into the next one. -->
<xsl:template match="d:attachment[following-sibling::*]">
  <xsl:apply-templates select="*"/>
  <w:p>
    <w:pPr>
      <w:snapToGrid w:val="0"/>
      <w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>
      <xsl:apply-templates select="." mode="section"/>
    </w:pPr>
  </w:p>
</xsl:template>

<xsl:template match="d:attachment" mode="section">
  <w:sectPr>
    <w:footerReference w:type="default" r:id="rId4"/>
    <w:footerReference w:type="even" r:id="rId5"/>
    <xsl:apply-templates select="@orientation"/>
    <w:docGrid w:type="linesAndChars" w:linePitch="{$grid.line}" w:charSpace="{$grid.character}"/>
  </w:sectPr>
</xsl:template>

<xsl:template match="@orientation[. = 'portrait']">
  <w:pgSz w:w="{$page.width}" w:h="{$page.height}"/>
  <w:pgMar w:top="{$page.top}" w:right="{$page.right}" w:bottom="{$page.bottom}" w:left="{$page.left}" w:header="851" w:footer="{$footer.distance}" w:gutter="0"/>
</xsl:template>

<!-- The page turned to the left: its head is at the binding edge. -->
<xsl:template match="@orientation[. = 'landscape']">
  <w:pgSz w:w="{$page.height}" w:h="{$page.width}" w:orient="landscape"/>
  <w:pgMar w:top="{$page.left}" w:right="{$page.top}" w:bottom="{$page.right}" w:left="{$page.bottom}" w:header="851" w:footer="{round(10 * $twips-per-mm)}" w:gutter="0"/>
</xsl:template>

<!-- From the paper's edge to the foot of the number's line. -->
<xsl:variable name="number" select="$roles[@name = 'page-number']"/>
<xsl:variable name="footer.distance" select="round($page.bottom - $page/@number-below * $twips-per-mm - 20 * $number/@line)"/>

<xsl:template name="footer">
  <xsl:param name="side"/>
  <w:ftr>
    <w:p>
      <w:pPr>
        <w:pStyle w:val="Pagenumber"/>
        <w:ind w:firstLineChars="0" w:firstLine="0">
          <xsl:attribute name="w:{$side}Chars">100</xsl:attribute>
          <xsl:attribute name="w:{$side}"><xsl:value-of select="20 * $number/@size"/></xsl:attribute>
        </w:ind>
        <w:jc w:val="{$side}"/>
      </w:pPr>
      <w:r><w:t xml:space="preserve"><xsl:value-of select="$page/@number-before"/></w:t></w:r>
      <w:r><w:fldChar w:fldCharType="begin"/></w:r>
      <w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>
      <w:r><w:fldChar w:fldCharType="separate"/></w:r>
      <w:r><w:t>1</w:t></w:r>
      <w:r><w:fldChar w:fldCharType="end"/></w:r>
      <w:r><w:t xml:space="preserve"><xsl:value-of select="$page/@number-after"/></w:t></w:r>
    </w:p>
  </w:ftr>
</xsl:template>

</xsl:stylesheet>
