<?xml version="1.0" encoding="UTF-8"?>
<!--
  What is registered of an archive, in the names and the order of DA/T 46-2009.
  An edition whose data has it elsewhere has an archive-metadata.xsl of its own.

  Reads:  archive (schemas/common/archive.rng) with the submission as its last
          child; of this archive, as schemas/common/archive.schema.json has it,
          year, unit/name and filing/date.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:a="urn:jixiao:archive:1"
    xmlns="urn:jixiao:archive:1"
    exclude-result-prefixes="a">

<xsl:include href="word.xsl"/>

<xsl:output method="xml" encoding="UTF-8"/>

<xsl:variable name="words" select="document('archive/words.xml')"/>

<xsl:template match="/a:archive">
  <metadata><xsl:apply-templates select="submission"/></metadata>
</xsl:template>

<xsl:template match="submission">
  <xsl:variable name="root" select=".."/>
  <xsl:apply-templates select="archive/code" mode="item">
    <xsl:with-param name="otherwise">
      <xsl:apply-templates select="." mode="code"/>
    </xsl:with-param>
  </xsl:apply-templates>
  <xsl:apply-templates select="archive/fonds | archive/category" mode="item"/>
  <xsl:apply-templates select="year" mode="item"/>
  <xsl:apply-templates select="archive/retention | archive/organisation"
      mode="item"/>
  <xsl:apply-templates select="archive/item" mode="item"/>
  <xsl:apply-templates select="archive/title" mode="item">
    <xsl:with-param name="otherwise" select="$root/@title"/>
  </xsl:apply-templates>
  <xsl:apply-templates select="archive/number" mode="item"/>
  <xsl:apply-templates select="archive/responsible" mode="item">
    <xsl:with-param name="from" select="unit/name"/>
  </xsl:apply-templates>
  <xsl:apply-templates select="archive/date" mode="item">
    <xsl:with-param name="from" select="filing/date"/>
  </xsl:apply-templates>
  <xsl:apply-templates select="archive/classification" mode="item"/>
  <xsl:apply-templates select="archive/secrecy_review | archive/signed"
      mode="item"/>
  <item>
    <xsl:attribute name="name">
      <xsl:call-template name="word">
        <xsl:with-param name="key" select="'pages'"/>
      </xsl:call-template>
    </xsl:attribute>
    <xsl:value-of select="$root/a:files/a:file[@role = 'set']/@pages"/>
  </item>
</xsl:template>

<!-- from: the member that says it where this one does not; otherwise: words
     that follow from other members. -->
<xsl:template match="*" mode="item">
  <xsl:param name="from"/>
  <xsl:param name="otherwise"/>
  <item name="{@label}">
    <xsl:if test="string()">
      <xsl:apply-templates select="." mode="said"/>
    </xsl:if>
    <xsl:if test="not(string()) and string($from)">
      <xsl:apply-templates select="$from" mode="said"/>
    </xsl:if>
    <xsl:if test="not(string()) and not(string($from))">
      <xsl:value-of select="$otherwise"/>
    </xsl:if>
  </item>
</xsl:template>

<!-- A date as ISO 8601 has it. -->
<xsl:template match="*" mode="said">
  <xsl:attribute name="src"><xsl:value-of select="@src"/></xsl:attribute>
  <xsl:value-of select="."/>
</xsl:template>

<xsl:template match="*[@type = 'date']" mode="said">
  <xsl:attribute name="src"><xsl:value-of select="@src"/></xsl:attribute>
  <xsl:value-of select="@value"/>
</xsl:template>

<!-- DA/T 13-2022 and 22-2015: J012-WS·2024-D30-BGS-0007, where all of it is
     stated. -->
<xsl:template match="submission" mode="code">
  <xsl:variable name="in" select="archive"/>
  <xsl:if test="string($in/fonds) and string($in/category)
      and string($in/retention) and string($in/organisation)
      and string($in/item)">
    <xsl:value-of select="concat($in/fonds, '-', $in/category, '·', year, '-')"/>
    <xsl:call-template name="word">
      <xsl:with-param name="key" select="concat('retention.', $in/retention)"/>
    </xsl:call-template>
    <xsl:value-of select="concat('-', $in/organisation, '-',
        format-number($in/item, '0000'))"/>
  </xsl:if>
</xsl:template>

</xsl:stylesheet>
