<?xml version="1.0" encoding="UTF-8"?>
<!--
  Blocks that are one paragraph: the mark and title of an attachment,
  headings, paragraphs, notes, signature lines.

  Reads:  mark, title, line, heading, paragraph, note, signatures, field.
  Needs:  inline.xsl; units.xsl (lengths); styles.xsl (the styles' ids).
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:exsl="http://exslt.org/common"
    xmlns:str="http://exslt.org/strings"
    xmlns:d="urn:jixiao:document:1"
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    exclude-result-prefixes="exsl str d">

<xsl:template match="*" mode="block">
  <xsl:apply-templates select="."/>
</xsl:template>

<!-- Under a form they are its last row (table.xsl). -->
<xsl:template mode="block" match="d:note | d:signatures">
  <xsl:if test="not(preceding-sibling::*[not(self::d:note or
      self::d:signatures)][1][self::d:table[@role = 'form']])">
    <xsl:apply-templates select="."/>
  </xsl:if>
</xsl:template>

<xsl:template match="d:mark">
  <w:p>
    <w:pPr>
      <w:pStyle w:val="Mark"/>
      <xsl:apply-templates select="." mode="end"/>
    </w:pPr>
    <xsl:apply-templates/>
  </w:p>
</xsl:template>

<!-- One paragraph, so that it is one title in the outline of a reader. -->
<xsl:template match="d:title">
  <w:p>
    <w:pPr>
      <w:pStyle w:val="Title"/>
      <xsl:apply-templates select="." mode="balance"/>
      <xsl:apply-templates select="." mode="end"/>
    </w:pPr>
    <xsl:apply-templates select="*"/>
  </w:p>
</xsl:template>

<xsl:template match="d:line">
  <xsl:if test="position() != 1"><w:r><w:br/></w:r></xsl:if>
  <xsl:apply-templates/>
</xsl:template>

<!-- A line of a title that is too long breaks into even ones between indents,
     which leave the others whole.  A character is to spare, for programs may set
     letters and figures a little apart.  What went takes no room, but in a title that went whole. -->
<xsl:template match="d:title" mode="balance">
  <xsl:variable name="width">
    <xsl:apply-templates select=".." mode="text-width"/>
  </xsl:variable>
  <xsl:variable name="room" select="$width - $title.character"/>
  <xsl:variable name="words">
    <xsl:apply-templates select="*" mode="broken"/>
  </xsl:variable>
  <xsl:variable name="lines">
    <xsl:for-each select="str:tokenize($words, '&#10;')">
      <length><xsl:call-template name="length">
        <xsl:with-param name="words" select="."/>
        <xsl:with-param name="character" select="$title.character"/>
      </xsl:call-template></length>
    </xsl:for-each>
  </xsl:variable>
  <xsl:for-each select="exsl:node-set($lines)[length &gt; $room]/length">
    <xsl:sort select=". div ceiling(. div $room)" data-type="number"
        order="descending"/>
    <xsl:if test="position() = 1">
      <xsl:variable name="indent" select="floor(($room -
          . div ceiling(. div $room)) div 2)"/>
      <w:ind w:left="{$indent}" w:right="{$indent}"/>
    </xsl:if>
  </xsl:for-each>
</xsl:template>

<!-- The words of a title with the ends of its lines, which are between them and
     in them. -->
<xsl:template match="d:line" mode="broken">
  <xsl:apply-templates mode="broken"/>
  <xsl:text>&#10;</xsl:text>
</xsl:template>

<xsl:template match="d:break" mode="broken"><xsl:text>&#10;</xsl:text></xsl:template>
<xsl:template match="d:title[not(@change)]//d:deleted" mode="broken"/>

<!-- A number is plain text: it is made anew with the set, never by Word. -->
<xsl:template match="d:heading">
  <w:p>
    <w:pPr>
      <w:pStyle w:val="Heading{@level}"/>
      <xsl:apply-templates select="." mode="end"/>
    </w:pPr>
    <xsl:apply-templates select="@number[string()] | node()"/>
  </w:p>
</xsl:template>

<!-- The last words of a paper are on the page of those who sign it. -->
<xsl:template match="d:attachment/d:paragraph">
  <w:p>
    <xsl:variable name="end">
      <xsl:if test="following-sibling::*[1]/self::d:signed"><w:keepNext/></xsl:if>
      <xsl:apply-templates select="." mode="end"/>
    </xsl:variable>
    <xsl:if test="exsl:node-set($end)/*">
      <w:pPr><xsl:copy-of select="$end"/></w:pPr>
    </xsl:if>
    <xsl:apply-templates select="@number[string()] | node()"/>
  </w:p>
</xsl:template>

<xsl:template match="d:note">
  <w:p>
    <w:pPr>
      <w:pStyle w:val="Note"/>
      <xsl:apply-templates select="." mode="end"/>
    </w:pPr>
    <xsl:apply-templates/>
  </w:p>
</xsl:template>

<!-- Only the first of several stands below a blank line. -->
<xsl:template match="d:signed">
  <w:p>
    <w:pPr>
      <w:pStyle w:val="Signed"/>
      <xsl:if test="following-sibling::*[1]/self::d:signed"><w:keepNext/></xsl:if>
      <w:ind w:rightChars="{100 * @right}"
          w:right="{20 * @right * $roles[@name = 'signed']/@size}"/>
      <w:contextualSpacing/>
      <xsl:apply-templates select="." mode="end"/>
    </w:pPr>
    <xsl:apply-templates/>
  </w:p>
</xsl:template>

<!--
  Fields side by side in one paragraph, with equal gaps where one line holds
  them, else two a line; none is broken.
-->
<xsl:template match="d:signatures">
  <xsl:variable name="room">
    <xsl:apply-templates select=".." mode="text-width"/>
  </xsl:variable>
  <xsl:variable name="words">
    <xsl:apply-templates select="*" mode="words"/>
  </xsl:variable>
  <xsl:variable name="length">
    <xsl:call-template name="length">
      <xsl:with-param name="words" select="$words"/>
    </xsl:call-template>
  </xsl:variable>
  <xsl:variable name="gap" select="floor(($room - $length) div count(*))"/>
  <xsl:variable name="fit" select="$gap &gt; $signatures.character"/>
  <xsl:variable name="fitted">
    <xsl:apply-templates select="." mode="fitted">
      <xsl:with-param name="room" select="$room"/>
    </xsl:apply-templates>
  </xsl:variable>
  <w:p>
    <w:pPr>
      <w:pStyle w:val="Signatures"/>
      <xsl:if test="*[2]">
        <w:tabs>
          <xsl:apply-templates select="*[$fit][2]" mode="stop">
            <xsl:with-param name="gap" select="$gap"/>
          </xsl:apply-templates>
          <xsl:if test="not($fit)">
            <w:tab w:val="left" w:pos="{floor($room div 2)}"/>
          </xsl:if>
        </w:tabs>
      </xsl:if>
      <xsl:apply-templates select="." mode="end"/>
    </w:pPr>
    <xsl:apply-templates select="*">
      <xsl:with-param name="fit" select="$fit"/>
      <xsl:with-param name="fitted" select="$fitted = 'true'"/>
    </xsl:apply-templates>
  </w:p>
</xsl:template>

<xsl:template match="d:field">
  <xsl:param name="fit"/>
  <xsl:param name="fitted"/>
  <xsl:choose>
    <xsl:when test="$fit = $fitted or position() = 1 or position() mod 2 = 0">
      <xsl:call-template name="gap">
        <xsl:with-param name="fit" select="$fit"/>
      </xsl:call-template>
    </xsl:when>
    <xsl:otherwise>
      <xsl:call-template name="changed.gap">
        <xsl:with-param name="fit" select="$fit"/>
      </xsl:call-template>
    </xsl:otherwise>
  </xsl:choose>
  <xsl:apply-templates select="@label"/>
  <xsl:apply-templates/>
</xsl:template>

<!-- What parts a field from the one before it. -->
<xsl:template name="gap">
  <xsl:param name="fit"/>
  <xsl:choose>
    <xsl:when test="position() = 1"/>
    <xsl:when test="$fit or position() mod 2 = 0"><w:r><w:tab/></w:r></xsl:when>
    <xsl:otherwise><w:r><w:br/></w:r></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="@label">
  <w:r>
    <w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>
    <w:t xml:space="preserve"><xsl:value-of select="concat(., '：')"/></w:t>
  </w:r>
</xsl:template>

<!-- Where a field begins: a gap behind the one before it. -->
<xsl:template match="d:field" mode="stop">
  <xsl:param name="gap"/>
  <xsl:param name="from" select="0"/>
  <xsl:variable name="words">
    <xsl:apply-templates select="preceding-sibling::*[1]" mode="words"/>
  </xsl:variable>
  <xsl:variable name="length">
    <xsl:call-template name="length">
      <xsl:with-param name="words" select="$words"/>
    </xsl:call-template>
  </xsl:variable>
  <w:tab w:val="left" w:pos="{floor($from + $length + $gap)}"/>
  <xsl:apply-templates select="following-sibling::*[1]" mode="stop">
    <xsl:with-param name="gap" select="$gap"/>
    <xsl:with-param name="from" select="$from + $length + $gap"/>
  </xsl:apply-templates>
</xsl:template>

<!-- What a field takes up; a blank one has room for a signature. -->
<xsl:template match="d:field" mode="words">
  <xsl:variable name="words">
    <xsl:apply-templates mode="accepted"/>
  </xsl:variable>
  <xsl:value-of select="concat(@label, '：', $words,
      substring('　　　　', 1, 4 * not(string($words))))"/>
</xsl:template>

<!-- Of words in a line, in twips: a Latin character is half as wide as a
     Chinese one. -->
<xsl:template name="length">
  <xsl:param name="words"/>
  <xsl:param name="character" select="$signatures.character"/>
  <xsl:value-of select="$character div 2 * (string-length($words) +
      string-length(translate($words, $latin, '')))"/>
</xsl:template>

<xsl:variable name="latin" select="concat(' -.,:;/()+@_0123456789',
    'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')"/>
<xsl:variable name="signatures.character"
    select="20 * $roles[@name = 'signatures']/@size"/>
<xsl:variable name="title.character"
    select="20 * $roles[@name = 'title']/@size"/>

</xsl:stylesheet>
