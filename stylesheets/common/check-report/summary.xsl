<?xml version="1.0" encoding="UTF-8"?>
<!--
  What the check comes to: a conclusion, what was checked and who signs for it,
  all on the first page, and how many open findings each attachment and each
  rule has.  Of many attachments those of one kind have one row on that page,
  and a table to themselves behind it.

  Reads:  set, attachment, finding, rule.
  Needs:  parts.xsl, words.xml (summary.*, origin.*, by-*, count.*).
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:set="http://exslt.org/sets"
    xmlns:s="urn:jixiao:set:1"
    xmlns="urn:jixiao:document:1"
    exclude-result-prefixes="set s">

<xsl:key name="rule" match="s:rule" use="@code"/>
<xsl:key name="code" match="s:finding" use="@code"/>
<xsl:key name="kind" match="s:attachment" use="@kind"/>
<!-- '' is the whole set. -->
<xsl:key name="attachment" match="s:finding" use="string(@attachment)"/>

<!-- So many rows of attachments does the first page have room for, where a line
     of the conclusion, of 28 characters, and a second one of the unit's name
     take two; a name of over 22 characters fills two lines of a row. -->
<xsl:variable name="rows.most" select="17"/>
<xsl:variable name="conclusion">
  <xsl:apply-templates select="/s:set" mode="conclusion"/>
</xsl:variable>
<xsl:variable name="many" select="count(/s:set/s:attachment |
    /s:set/s:attachment/@name[string-length() &gt; 22]) + 2 +
    2 * ceiling((string-length($conclusion) + 2) div 28) +
    2 * (string-length(/s:set/@unit) &gt; 19) &gt; $rows.most"/>

<xsl:template match="s:set" mode="summary">
  <xsl:call-template name="word.heading">
    <xsl:with-param name="n" select="1"/>
    <xsl:with-param name="key" select="'summary'"/>
  </xsl:call-template>
  <xsl:copy-of select="$conclusion"/>
  <xsl:apply-templates select="." mode="origin"/>
  <signatures>
    <xsl:call-template name="sign">
      <xsl:with-param name="key" select="'sign.checker'"/>
    </xsl:call-template>
    <xsl:call-template name="sign">
      <xsl:with-param name="key" select="'sign.date'"/>
    </xsl:call-template>
    <xsl:call-template name="sign">
      <xsl:with-param name="key" select="'sign.head'"/>
    </xsl:call-template>
  </signatures>
  <xsl:apply-templates select="." mode="by-attachment"/>
  <xsl:if test="s:finding">
    <xsl:apply-templates select="." mode="by-rule"/>
    <xsl:if test="$many"><xsl:apply-templates select="." mode="by-copy"/></xsl:if>
  </xsl:if>
</xsl:template>

<xsl:template match="s:set" mode="conclusion">
  <xsl:variable name="open" select="s:finding[not(s:answer)]"/>
  <xsl:variable name="run" select="s:rule[not(@disabled)][@looked-at &gt; 0]"/>
  <paragraph>
    <xsl:call-template name="word">
      <xsl:with-param name="key" select="'summary.rules'"/>
      <xsl:with-param name="with" select="count($run)"/>
    </xsl:call-template>
    <xsl:call-template name="word">
      <xsl:with-param name="key" select="'summary.places'"/>
      <xsl:with-param name="with" select="sum($run/@looked-at)"/>
    </xsl:call-template>
    <xsl:if test="not($open[@level != 'hint'])">
      <xsl:call-template name="word">
        <xsl:with-param name="key" select="'summary.none'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="conclusion">
      <xsl:with-param name="key" select="'summary.error'"/>
      <xsl:with-param name="findings" select="$open[@level = 'error']"/>
    </xsl:call-template>
    <xsl:call-template name="conclusion">
      <xsl:with-param name="key" select="'summary.warning'"/>
      <xsl:with-param name="findings" select="$open[@level = 'warning']"/>
    </xsl:call-template>
    <xsl:call-template name="conclusion">
      <xsl:with-param name="key" select="'summary.hint'"/>
      <xsl:with-param name="findings" select="$open[@level = 'hint']"/>
    </xsl:call-template>
    <xsl:call-template name="conclusion">
      <xsl:with-param name="key" select="'summary.answered'"/>
      <xsl:with-param name="findings" select="s:finding[s:answer]"/>
    </xsl:call-template>
  </paragraph>
</xsl:template>

<xsl:template name="conclusion">
  <xsl:param name="key"/>
  <xsl:param name="findings"/>
  <xsl:if test="$findings">
    <xsl:call-template name="word">
      <xsl:with-param name="key" select="$key"/>
      <xsl:with-param name="with" select="count($findings)"/>
    </xsl:call-template>
  </xsl:if>
</xsl:template>

<xsl:template match="s:set" mode="origin">
  <xsl:call-template name="headed.table">
    <xsl:with-param name="n" select="1"/>
    <xsl:with-param name="key" select="'origin'"/>
    <xsl:with-param name="widths" select="'18 138'"/>
    <xsl:with-param name="rows">
      <xsl:apply-templates select="@unit" mode="origin"/>
      <xsl:apply-templates select="@period" mode="origin"/>
      <xsl:apply-templates select="@data" mode="origin"/>
      <xsl:apply-templates select="@sha256" mode="origin"/>
      <xsl:apply-templates select="@edition" mode="origin"/>
      <xsl:apply-templates select="@program" mode="origin"/>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

<xsl:template match="@*" mode="origin">
  <row>
    <xsl:call-template name="word.label">
      <xsl:with-param name="key" select="concat('origin.', name())"/>
    </xsl:call-template>
    <xsl:call-template name="cell">
      <xsl:with-param name="inline" select="string(.)"/>
    </xsl:call-template>
  </row>
</xsl:template>

<xsl:template match="s:set" mode="by-attachment">
  <xsl:call-template name="headed.table">
    <xsl:with-param name="n" select="2"/>
    <xsl:with-param name="key" select="'by-attachment'"/>
    <xsl:with-param name="widths" select="'18 86 13 13 13 13'"/>
    <xsl:with-param name="headers" select="'by-attachment.id by-attachment.name
        count.error count.warning count.hint count.answered'"/>
    <xsl:with-param name="rows">
      <row>
        <xsl:call-template name="word.label">
          <xsl:with-param name="key" select="'by-attachment.sum'"/>
        </xsl:call-template>
        <xsl:call-template name="cell">
          <xsl:with-param name="role" select="'blank'"/>
        </xsl:call-template>
        <xsl:call-template name="counts">
          <xsl:with-param name="findings" select="s:finding"/>
        </xsl:call-template>
      </row>
      <xsl:if test="key('attachment', '')">
        <row>
          <xsl:call-template name="word.label">
            <xsl:with-param name="key" select="'by-attachment.all'"/>
          </xsl:call-template>
          <xsl:call-template name="cell">
            <xsl:with-param name="role" select="'blank'"/>
          </xsl:call-template>
          <xsl:call-template name="counts">
            <xsl:with-param name="findings" select="key('attachment', '')"/>
          </xsl:call-template>
        </row>
      </xsl:if>
      <xsl:apply-templates select="s:attachment[not($many)]" mode="counts"/>
      <xsl:apply-templates select="set:distinct(s:attachment/@kind)[$many]"
          mode="counts"/>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

<!-- Those that share a row on the first page. -->
<xsl:template match="s:set" mode="by-copy">
  <xsl:call-template name="headed.table">
    <xsl:with-param name="n" select="4"/>
    <xsl:with-param name="key" select="'by-copy'"/>
    <xsl:with-param name="widths" select="'18 86 13 13 13 13'"/>
    <xsl:with-param name="headers" select="'by-attachment.id by-attachment.name
        count.error count.warning count.hint count.answered'"/>
    <xsl:with-param name="rows">
      <xsl:for-each select="set:distinct(s:attachment/@kind)[key('kind', .)[2]]">
        <xsl:apply-templates select="key('kind', .)" mode="counts"/>
      </xsl:for-each>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

<xsl:template match="s:attachment" mode="counts">
  <row>
    <xsl:call-template name="label">
      <xsl:with-param name="text" select="@id"/>
    </xsl:call-template>
    <xsl:call-template name="cell">
      <xsl:with-param name="inline" select="string(@name)"/>
    </xsl:call-template>
    <xsl:call-template name="counts">
      <xsl:with-param name="findings" select="key('attachment', @id)"/>
    </xsl:call-template>
  </row>
</xsl:template>

<!-- The row of a kind: that of its only attachment, or one for all. -->
<xsl:template match="@kind" mode="counts">
  <xsl:variable name="copies" select="key('kind', .)"/>
  <xsl:choose>
    <xsl:when test="$copies[2]">
      <xsl:apply-templates select="$copies[1]" mode="copies">
        <xsl:with-param name="copies" select="$copies"/>
      </xsl:apply-templates>
    </xsl:when>
    <xsl:otherwise>
      <xsl:apply-templates select="$copies" mode="counts"/>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- All of a kind: 附件4, 项目支出绩效自评表（12份）. -->
<xsl:template match="s:attachment" mode="copies">
  <xsl:param name="copies"/>
  <xsl:variable name="opening">
    <xsl:call-template name="word">
      <xsl:with-param name="key" select="'by-attachment.opening'"/>
    </xsl:call-template>
  </xsl:variable>
  <row>
    <xsl:call-template name="label">
      <xsl:with-param name="text" select="substring-before(concat(@id, '-'), '-')"/>
    </xsl:call-template>
    <cell role="text">
      <xsl:value-of select="substring-before(concat(@name, $opening), $opening)"/>
      <xsl:call-template name="word">
        <xsl:with-param name="key" select="'by-attachment.copies'"/>
        <xsl:with-param name="with" select="count($copies)"/>
      </xsl:call-template>
    </cell>
    <xsl:call-template name="counts">
      <xsl:with-param name="findings" select="key('attachment', $copies/@id)"/>
    </xsl:call-template>
  </row>
</xsl:template>

<!-- Four cells: open ones by level, and those that are answered. -->
<xsl:template name="counts">
  <xsl:param name="findings"/>
  <xsl:variable name="open" select="$findings[not(s:answer)]"/>
  <xsl:call-template name="count">
    <xsl:with-param name="findings" select="$open[@level = 'error']"/>
  </xsl:call-template>
  <xsl:call-template name="count">
    <xsl:with-param name="findings" select="$open[@level = 'warning']"/>
  </xsl:call-template>
  <xsl:call-template name="count">
    <xsl:with-param name="findings" select="$open[@level = 'hint']"/>
  </xsl:call-template>
  <xsl:call-template name="count">
    <xsl:with-param name="findings" select="$findings[s:answer]"/>
  </xsl:call-template>
</xsl:template>

<xsl:template name="count">
  <xsl:param name="findings"/>
  <cell role="figure"><xsl:value-of select="count($findings)"/></cell>
</xsl:template>

<!-- The worst first, then those with the most places, then by code. -->
<xsl:template match="s:set" mode="by-rule">
  <xsl:call-template name="headed.table">
    <xsl:with-param name="n" select="3"/>
    <xsl:with-param name="key" select="'by-rule'"/>
    <xsl:with-param name="widths" select="'18 99 13 13 13'"/>
    <xsl:with-param name="headers"
        select="'rules.code rules.title rules.level count.open count.answered'"/>
    <xsl:with-param name="rows">
      <xsl:for-each select="set:distinct(s:finding/@code)">
        <xsl:sort select="translate(../@level, 'ewh', '123')"/>
        <xsl:sort select="count(key('code', .))" data-type="number"
            order="descending"/>
        <xsl:sort select="."/>
        <xsl:apply-templates select=".." mode="by-rule"/>
      </xsl:for-each>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

<xsl:template match="s:finding" mode="by-rule">
  <row>
    <xsl:call-template name="label">
      <xsl:with-param name="text" select="@code"/>
    </xsl:call-template>
    <cell role="text"><xsl:apply-templates select="." mode="title"/></cell>
    <cell role="figure"><xsl:apply-templates select="@level"/></cell>
    <xsl:call-template name="count">
      <xsl:with-param name="findings" select="key('code', @code)[not(s:answer)]"/>
    </xsl:call-template>
    <xsl:call-template name="count">
      <xsl:with-param name="findings" select="key('code', @code)[s:answer]"/>
    </xsl:call-template>
  </row>
</xsl:template>

<!-- What a code is about: a rule's, or one of the program's own. -->
<xsl:template match="s:finding" mode="title">
  <xsl:value-of select="normalize-space(key('rule', @code)/s:title | s:title)"/>
</xsl:template>

<xsl:template match="@level | @usual-level">
  <xsl:call-template name="word">
    <xsl:with-param name="key" select="concat('level.', .)"/>
  </xsl:call-template>
</xsl:template>

</xsl:stylesheet>
