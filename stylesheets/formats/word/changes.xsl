<?xml version="1.0" encoding="UTF-8"?>
<!--
  What came and what went, as changes that Word tracks: each can be accepted or
  rejected.  Both stand in the content control, never one in the other, and a
  row that comes or goes whole has no control: so LibreOffice 7.4 gives exactly
  the old and the new text again.

  A paragraph goes with its end, which is marked in its properties.  Where no
  paragraph follows that the next one could be joined with (a table, the end of
  a cell or of the document), the end of the one before is marked instead.

  Reads:  inserted, deleted, break, text; @change of blocks and rows; @author
          and @changed of documents.
  Needs:  formats/number.xsl.
  Standard: ISO/IEC 29500-1, 17.13.5.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:d="urn:jixiao:document:1"
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    exclude-result-prefixes="d">

<!-- Behind those of all other annotations: w:id is unique among them. -->
<xsl:variable name="changes.first" select="1000000"/>

<!-- Elements, the ends of paragraphs, rows and what parts fields, each with a
     number.  A page model without an author shows no changes. -->
<xsl:variable name="numbers.changes">
  <xsl:for-each select="/*[@author]//*[self::d:inserted or self::d:deleted or
      @change or following-sibling::*[1]/@change or self::d:body or
      self::d:field] | /*[@author]//d:field/@label">
    <number of="{generate-id()}" is="{$changes.first + position()}"/>
  </xsl:for-each>
</xsl:variable>

<xsl:template name="change">
  <xsl:attribute name="w:id">
    <xsl:call-template name="number">
      <xsl:with-param name="list" select="$numbers.changes"/>
    </xsl:call-template>
  </xsl:attribute>
  <xsl:attribute name="w:author"><xsl:value-of select="/*/@author"/></xsl:attribute>
  <xsl:if test="/*/@changed">
    <xsl:attribute name="w:date">
      <xsl:value-of select="concat(/*/@changed, 'T00:00:00Z')"/>
    </xsl:attribute>
  </xsl:if>
</xsl:template>

<xsl:template match="d:inserted">
  <w:ins>
    <xsl:call-template name="change"/>
    <xsl:apply-templates/>
  </w:ins>
</xsl:template>

<xsl:template match="d:deleted">
  <w:del>
    <xsl:call-template name="change"/>
    <xsl:apply-templates/>
  </w:del>
</xsl:template>

<xsl:template match="d:deleted/text()" priority="1">
  <w:r>
    <w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>
    <w:delText xml:space="preserve"><xsl:value-of select="."/></w:delText>
  </w:r>
</xsl:template>

<!-- A row: the last of its properties, with the number of an element. -->
<xsl:template match="@change[. = 'inserted']" mode="row">
  <xsl:param name="of" select=".."/>
  <w:ins>
    <xsl:for-each select="$of"><xsl:call-template name="change"/></xsl:for-each>
  </w:ins>
</xsl:template>
<xsl:template match="@change[. = 'deleted']" mode="row">
  <xsl:param name="of" select=".."/>
  <w:del>
    <xsl:for-each select="$of"><xsl:call-template name="change"/></xsl:for-each>
  </w:del>
</xsl:template>

<!-- The end of a block's paragraph: the last of its properties. -->
<xsl:template match="*" mode="end">
  <xsl:variable name="next" select="following-sibling::*[1]"/>
  <xsl:variable name="follows">
    <xsl:apply-templates select="$next" mode="follows"/>
  </xsl:variable>
  <xsl:variable name="behind">
    <xsl:apply-templates select="$next[@change][not(current()/@change)]"
        mode="behind"/>
  </xsl:variable>
  <xsl:choose>
    <xsl:when test="string($follows) and @change">
      <xsl:call-template name="end">
        <xsl:with-param name="change" select="@change"/>
      </xsl:call-template>
    </xsl:when>
    <xsl:when test="string($follows) and $next/@change and
        not(string($behind))">
      <xsl:call-template name="end">
        <xsl:with-param name="change" select="$next/@change"/>
      </xsl:call-template>
    </xsl:when>
  </xsl:choose>
</xsl:template>

<xsl:template name="end">
  <xsl:param name="change"/>
  <w:rPr>
    <xsl:choose>
      <xsl:when test="$change = 'inserted'">
        <w:ins><xsl:call-template name="change"/></w:ins>
      </xsl:when>
      <xsl:otherwise>
        <w:del><xsl:call-template name="change"/></w:del>
      </xsl:otherwise>
    </xsl:choose>
  </w:rPr>
</xsl:template>

<!-- '1' for a block that is a paragraph in the same cell, or in none, as the
     one before it; a table of a report begins with one. -->
<xsl:template match="*" mode="follows">1</xsl:template>
<xsl:template match="d:table[@role = 'form']" mode="follows"/>
<xsl:template match="*[preceding-sibling::*[1][self::d:note or
    self::d:signatures]]" mode="follows" priority="1">
  <xsl:if test="self::d:note or self::d:signatures">1</xsl:if>
</xsl:template>

<!-- '1' where blocks that changed like this one end before a paragraph. -->
<xsl:template match="*" mode="behind">
  <xsl:variable name="change" select="@change"/>
  <xsl:apply-templates mode="follows"
      select="following-sibling::*[not(@change = $change)][1]"/>
</xsl:template>

<!-- A line of signatures that comes or goes has its labels and gaps, too. -->
<xsl:template match="d:signatures[@change = 'inserted']/d:field" priority="1">
  <xsl:param name="fit"/>
  <w:ins>
    <xsl:call-template name="change"/>
    <xsl:call-template name="gap">
      <xsl:with-param name="fit" select="$fit"/>
    </xsl:call-template>
    <xsl:apply-templates select="@label"/>
  </w:ins>
  <xsl:apply-templates/>
</xsl:template>

<xsl:template match="d:signatures[@change = 'deleted']/d:field" priority="1">
  <xsl:param name="fitted"/>
  <w:del>
    <xsl:call-template name="change"/>
    <xsl:call-template name="gap">
      <xsl:with-param name="fit" select="$fitted"/>
    </xsl:call-template>
    <w:r>
      <w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>
      <w:delText xml:space="preserve"><xsl:value-of select="concat(@label, '：')"/></w:delText>
    </w:r>
  </w:del>
  <xsl:apply-templates/>
</xsl:template>

<!-- Whether one line held the fields before they changed: 'true'. -->
<xsl:template match="d:signatures" mode="fitted">
  <xsl:param name="room"/>
  <xsl:variable name="words">
    <xsl:for-each select="*">
      <xsl:variable name="words"><xsl:apply-templates mode="rejected"/></xsl:variable>
      <xsl:value-of select="concat(@label, '：', $words,
          substring('　　　　', 1, 4 * not(string($words))))"/>
    </xsl:for-each>
  </xsl:variable>
  <xsl:variable name="length">
    <xsl:call-template name="length">
      <xsl:with-param name="words" select="$words"/>
    </xsl:call-template>
  </xsl:variable>
  <xsl:value-of select="floor(($room - $length) div count(*)) &gt;
      $signatures.character"/>
</xsl:template>

<!-- Where the fields stand in one line now and stood in two, or the other way. -->
<xsl:template name="changed.gap">
  <xsl:param name="fit"/>
  <w:del>
    <xsl:call-template name="change"/>
    <xsl:call-template name="gap">
      <xsl:with-param name="fit" select="not($fit)"/>
    </xsl:call-template>
  </w:del>
  <w:ins>
    <xsl:for-each select="@label"><xsl:call-template name="change"/></xsl:for-each>
    <xsl:call-template name="gap">
      <xsl:with-param name="fit" select="$fit"/>
    </xsl:call-template>
  </w:ins>
</xsl:template>

<!-- What stays when all is accepted, and when all is rejected. -->
<xsl:template match="d:deleted" mode="accepted"/>
<xsl:template match="d:inserted" mode="rejected"/>

</xsl:stylesheet>
