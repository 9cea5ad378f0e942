<?xml version="1.0" encoding="UTF-8"?>
<!--
  Narrative: the outline of a report as headings, its blocks as paragraphs
  and numbered items.  The schema's order is the outline's; a part is printed
  when it is stated or when the outline requires it, and numbers close up.

  Reads:  members with @outline; lists of blocks: texts, {items}, {table};
          items: texts or {title, content}.
  Needs:  numbering.xsl (number), values.xsl (mode value), and a template of
          mode block for every table that the edition knows by name.
  Open:   mode sections says which parts of a report are printed, mode content
          what stands under a heading; an edition overrides either.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="urn:jixiao:document:1">

<!-- The parts under a report or a part, in order, numbered without gaps; where
     they are to be written (submission/@places), those that may be, too. -->
<xsl:template match="*" mode="sections">
  <xsl:param name="depth" select="1"/>
  <xsl:apply-templates mode="section"
      select="*[@outline = 'required' or @outline and
          (@state = 'stated' or /submission/@places)]">
    <xsl:with-param name="depth" select="$depth"/>
  </xsl:apply-templates>
</xsl:template>

<xsl:template match="*" mode="section">
  <xsl:param name="depth"/>
  <xsl:call-template name="numbered">
    <xsl:with-param name="depth" select="$depth"/>
    <xsl:with-param name="n" select="position()"/>
    <xsl:with-param name="inline">
      <xsl:apply-templates select="." mode="heading"/>
    </xsl:with-param>
    <xsl:with-param name="heading" select="true()"/>
  </xsl:call-template>
  <xsl:apply-templates select="." mode="content">
    <xsl:with-param name="depth" select="$depth + 1"/>
  </xsl:apply-templates>
</xsl:template>

<xsl:template match="*" mode="heading">
  <xsl:value-of select="@label"/>
</xsl:template>

<!-- Under a heading: blocks of its own, then its parts. -->
<xsl:template match="*" mode="content">
  <xsl:param name="depth" select="1"/>
  <xsl:apply-templates select="*[not(@outline)]" mode="block">
    <xsl:with-param name="depth" select="$depth"/>
  </xsl:apply-templates>
  <xsl:apply-templates select="." mode="block.place"/>
  <xsl:apply-templates select="." mode="sections">
    <xsl:with-param name="depth" select="$depth"/>
  </xsl:apply-templates>
</xsl:template>

<!-- Where the first block of a list without any is written. -->
<xsl:template match="*" mode="block.place"/>
<xsl:template match="*[@type = 'list'][not(*)][/submission/@places]"
    mode="block.place">
  <paragraph><xsl:apply-templates select="." mode="place"/></paragraph>
</xsl:template>

<!-- A block that is a text is a paragraph. -->
<xsl:template match="item[@type = 'text']" mode="block">
  <paragraph><xsl:apply-templates select="." mode="value"/></paragraph>
</xsl:template>

<!-- A block that is an object states one of its members. -->
<xsl:template match="item[@type = 'object']" mode="block">
  <xsl:param name="depth"/>
  <xsl:apply-templates select="*[@state = 'stated']" mode="block">
    <xsl:with-param name="depth" select="$depth"/>
  </xsl:apply-templates>
</xsl:template>

<xsl:template match="items" mode="block">
  <xsl:param name="depth"/>
  <xsl:apply-templates select="*" mode="item">
    <xsl:with-param name="depth" select="$depth"/>
  </xsl:apply-templates>
</xsl:template>

<xsl:template match="item[@type = 'text']" mode="item">
  <xsl:param name="depth"/>
  <xsl:call-template name="numbered">
    <xsl:with-param name="depth" select="$depth"/>
    <xsl:with-param name="n" select="position()"/>
    <xsl:with-param name="inline">
      <xsl:apply-templates select="." mode="value"/>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

<xsl:template match="item[@type = 'object']" mode="item">
  <xsl:param name="depth"/>
  <xsl:call-template name="numbered">
    <xsl:with-param name="depth" select="$depth"/>
    <xsl:with-param name="n" select="position()"/>
    <xsl:with-param name="inline">
      <xsl:apply-templates select="title" mode="value"/>
    </xsl:with-param>
    <xsl:with-param name="heading" select="true()"/>
  </xsl:call-template>
  <xsl:apply-templates select="content/*" mode="block">
    <xsl:with-param name="depth" select="$depth + 1"/>
  </xsl:apply-templates>
</xsl:template>

<!-- A heading, as deep as headings go, or a numbered paragraph. -->
<xsl:template name="numbered">
  <xsl:param name="depth"/>
  <xsl:param name="n"/>
  <xsl:param name="inline"/>
  <xsl:param name="heading" select="false()"/>
  <xsl:variable name="number">
    <xsl:call-template name="number">
      <xsl:with-param name="depth" select="$depth"/>
      <xsl:with-param name="n" select="$n"/>
    </xsl:call-template>
  </xsl:variable>
  <xsl:choose>
    <xsl:when test="$heading and $depth &lt;= 4">
      <heading level="{$depth}" number="{$number}">
        <xsl:copy-of select="$inline"/>
      </heading>
    </xsl:when>
    <xsl:otherwise>
      <paragraph number="{$number}">
        <xsl:copy-of select="$inline"/>
      </paragraph>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

</xsl:stylesheet>
