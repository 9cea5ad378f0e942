<?xml version="1.0" encoding="UTF-8"?>
<!--
  An attachment is a section: paper, margins, grid, page numbers that go on
  through the set.  The last section's properties end the body; those of the
  others stand in a last paragraph.

  Standard: GB/T 9704-2012, 5.2, 7.3.7, 7.5 and 9 (turned pages).
  Reads:    attachment; common/typography.xml.
  Needs:    units.xsl (lengths); package.xsl (the footers' relationships).
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:d="urn:jixiao:document:1"
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    exclude-result-prefixes="d">

<xsl:template match="d:attachment">
  <xsl:apply-templates select="*" mode="block"/>
  <xsl:choose>
    <xsl:when test="following-sibling::*">
      <xsl:call-template name="thin">
        <xsl:with-param name="section">
          <xsl:apply-templates select="." mode="section"/>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:when>
    <xsl:otherwise>
      <xsl:if test="d:table and
          not(d:table[last()]/following-sibling::*[not(self::d:note or
          self::d:signatures)])">
        <xsl:call-template name="thin"/>
      </xsl:if>
      <xsl:apply-templates select="." mode="section"/>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- A paragraph one point high, where Word needs one behind a table.  It also
     ends a section: LibreOffice 7.4 runs a paragraph that ends in a content
     control and a section into the next one. -->
<xsl:template name="thin">
  <xsl:param name="section"/>
  <w:p>
    <w:pPr>
      <w:snapToGrid w:val="0"/>
      <w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>
      <xsl:copy-of select="$section"/>
    </w:pPr>
  </w:p>
</xsl:template>

<xsl:template match="d:attachment" mode="section">
  <w:sectPr>
    <w:footerReference w:type="default" r:id="rId4"/>
    <w:footerReference w:type="even" r:id="rId5"/>
    <w:pgSz w:w="{$page.width}" w:h="{$page.height}"/>
    <w:pgMar w:top="{$page.top}" w:right="{$page.right}"
        w:bottom="{$page.bottom}" w:left="{$page.left}" w:gutter="0"
        w:header="{$page.left}" w:footer="{$footer}"/>
    <w:docGrid w:type="linesAndChars" w:linePitch="{$grid.line}"
        w:charSpace="{$grid.character}"/>
  </w:sectPr>
</xsl:template>

<!-- An upright page turned to the left, and its margins with it: its head is
     at the binding edge. -->
<xsl:template match="d:attachment[@orientation = 'landscape']" mode="section">
  <w:sectPr>
    <w:footerReference w:type="default" r:id="rId6"/>
    <w:footerReference w:type="even" r:id="rId7"/>
    <w:pgSz w:w="{$page.height}" w:h="{$page.width}" w:orient="landscape"/>
    <w:pgMar w:top="{$page.left}" w:right="{$page.top}"
        w:bottom="{$page.right}" w:left="{$page.bottom}" w:gutter="0"
        w:header="{floor($page.left div 2)}"
        w:footer="{floor($page.right div 2)}"/>
    <w:docGrid w:type="linesAndChars" w:linePitch="{$grid.line}"
        w:charSpace="{$grid.character}"/>
  </w:sectPr>
</xsl:template>

<!-- What a line of text has, in twips. -->
<xsl:template match="d:attachment" mode="text-width">
  <xsl:value-of select="$text.width"/>
</xsl:template>
<xsl:template match="d:attachment[@orientation = 'landscape']" mode="text-width">
  <xsl:value-of select="$text.height"/>
</xsl:template>

<xsl:variable name="number" select="$roles[@name = 'page-number']"/>
<xsl:variable name="number.line" select="round(20 * $number/@line)"/>
<xsl:variable name="number.below"
    select="round($page/@number-below * $twips-per-mm)"/>
<!-- From the paper's edge to the foot of the number's line. -->
<xsl:variable name="footer"
    select="$page.bottom - $number.below - $number.line"/>

<!-- Right on odd pages, left on even ones. -->
<xsl:template name="footer">
  <xsl:param name="side"/>
  <w:ftr>
    <xsl:call-template name="page-number">
      <xsl:with-param name="side" select="$side"/>
    </xsl:call-template>
  </w:ftr>
</xsl:template>

<!-- On a turned page the number stays at its corner of the paper: in a cell as
     high as the text, left of it, whose lines run downwards. -->
<xsl:template name="footer.turned">
  <xsl:param name="side"/>
  <w:ftr>
    <w:tbl>
      <w:tblPr>
        <w:tblpPr w:leftFromText="0" w:rightFromText="0" w:topFromText="0"
            w:bottomFromText="0" w:vertAnchor="page" w:horzAnchor="page"
            w:tblpX="{$footer}" w:tblpY="{$page.left}"/>
        <w:tblW w:w="{$number.line}" w:type="dxa"/>
        <w:tblLayout w:type="fixed"/>
        <w:tblCellMar>
          <w:left w:w="0" w:type="dxa"/>
          <w:right w:w="0" w:type="dxa"/>
        </w:tblCellMar>
      </w:tblPr>
      <w:tblGrid><w:gridCol w:w="{$number.line}"/></w:tblGrid>
      <w:tr>
        <w:trPr><w:trHeight w:val="{$text.width}" w:hRule="exact"/></w:trPr>
        <w:tc>
          <w:tcPr>
            <w:tcW w:w="{$number.line}" w:type="dxa"/>
            <w:textDirection w:val="tbRl"/>
          </w:tcPr>
          <xsl:call-template name="page-number">
            <xsl:with-param name="side" select="$side"/>
          </xsl:call-template>
        </w:tc>
      </w:tr>
    </w:tbl>
    <xsl:call-template name="thin"/>
  </w:ftr>
</xsl:template>

<!-- One character in from the side. -->
<xsl:template name="page-number">
  <xsl:param name="side"/>
  <w:p>
    <w:pPr>
      <w:pStyle w:val="Pagenumber"/>
      <w:ind>
        <xsl:attribute name="w:{$side}Chars">100</xsl:attribute>
        <xsl:attribute name="w:{$side}">
          <xsl:value-of select="20 * $number/@size"/>
        </xsl:attribute>
      </w:ind>
      <w:jc w:val="{$side}"/>
    </w:pPr>
    <w:r>
      <w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>
      <w:t xml:space="preserve"><xsl:value-of select="$page/@number-before"/></w:t>
    </w:r>
    <w:r><w:fldChar w:fldCharType="begin"/></w:r>
    <w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>
    <w:r><w:fldChar w:fldCharType="separate"/></w:r>
    <w:r><w:t>1</w:t></w:r>
    <w:r><w:fldChar w:fldCharType="end"/></w:r>
    <w:r>
      <w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>
      <w:t xml:space="preserve"><xsl:value-of select="$page/@number-after"/></w:t>
    </w:r>
  </w:p>
</xsl:template>

</xsl:stylesheet>
