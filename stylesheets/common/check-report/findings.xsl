<?xml version="1.0" encoding="UTF-8"?>
<!--
  What is open, by attachment: a rule that found something at many places is
  told once, and so is a sentence that all of them share.  Each place has its
  pointer, links to where it is printed, and a warning the entry that would
  explain it.

  Reads:  set, attachment, finding, rule.
  Needs:  parts.xsl, summary.xsl (keys), words.xml (findings.*).
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:set="http://exslt.org/sets"
    xmlns:s="urn:jixiao:set:1"
    xmlns:str="http://exslt.org/strings"
    xmlns="urn:jixiao:document:1"
    exclude-result-prefixes="set s str">

<xsl:key name="section" match="s:attachment" use="@id"/>

<xsl:template match="s:set" mode="findings">
  <xsl:variable name="open" select="s:finding[not(s:answer)]"/>
  <xsl:call-template name="word.heading">
    <xsl:with-param name="n" select="$second"/>
    <xsl:with-param name="key" select="'findings'"/>
  </xsl:call-template>
  <xsl:if test="not($open)">
    <xsl:call-template name="word.paragraph">
      <xsl:with-param name="key" select="'findings.none'"/>
    </xsl:call-template>
  </xsl:if>
  <xsl:if test="$open">
    <note>
      <xsl:call-template name="word">
        <xsl:with-param name="key" select="'findings.note'"/>
      </xsl:call-template>
    </note>
  </xsl:if>
  <xsl:variable name="all" select="$open[not(@attachment)]"/>
  <xsl:if test="$all">
    <xsl:variable name="name">
      <xsl:call-template name="word">
        <xsl:with-param name="key" select="'findings.all'"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:call-template name="findings">
      <xsl:with-param name="n" select="1"/>
      <xsl:with-param name="name" select="$name"/>
      <xsl:with-param name="findings" select="$all"/>
    </xsl:call-template>
  </xsl:if>
  <xsl:for-each select="s:attachment[key('attachment', @id)[not(s:answer)]]">
    <xsl:call-template name="findings">
      <xsl:with-param name="n" select="position() + boolean($all)"/>
      <xsl:with-param name="name" select="concat(@id, ' ', @name)"/>
      <xsl:with-param name="findings"
          select="key('attachment', @id)[not(s:answer)]"/>
    </xsl:call-template>
  </xsl:for-each>
</xsl:template>

<!-- Of one attachment, each rule where it first found something. -->
<xsl:template name="findings">
  <xsl:param name="n"/>
  <xsl:param name="name"/>
  <xsl:param name="findings"/>
  <xsl:call-template name="heading">
    <xsl:with-param name="level" select="2"/>
    <xsl:with-param name="n" select="$n"/>
    <xsl:with-param name="text" select="$name"/>
  </xsl:call-template>
  <xsl:call-template name="table">
    <xsl:with-param name="caption" select="$name"/>
    <xsl:with-param name="widths" select="'11 62 18 40 25'"/>
    <xsl:with-param name="headers" select="'findings.number findings.place
        findings.line findings.found findings.expected'"/>
    <xsl:with-param name="rows">
      <xsl:for-each select="set:distinct($findings/@code)">
        <xsl:apply-templates select=".." mode="group">
          <xsl:with-param name="group"
              select="$findings[@code = current()]"/>
        </xsl:apply-templates>
      </xsl:for-each>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

<!-- The rule, what is wrong and why, then the places. -->
<xsl:template match="s:finding" mode="group">
  <xsl:param name="group"/>
  <xsl:variable name="alike"
      select="not($group[s:sentence != current()/s:sentence])"/>
  <row>
    <xsl:call-template name="cell">
      <xsl:with-param name="role" select="'group'"/>
      <xsl:with-param name="colspan" select="5"/>
      <xsl:with-param name="inline">
        <xsl:apply-templates select="@level"/>
        <xsl:value-of select="concat(' ', @code)"/>
        <xsl:text> </xsl:text>
        <xsl:apply-templates select="." mode="title"/>
        <xsl:if test="$group[2]">
          <xsl:call-template name="word">
            <xsl:with-param name="key" select="'findings.count'"/>
            <xsl:with-param name="with" select="count($group)"/>
          </xsl:call-template>
        </xsl:if>
      </xsl:with-param>
    </xsl:call-template>
  </row>
  <xsl:if test="$alike or s:basis">
    <row>
      <cell role="text" colspan="5">
        <xsl:apply-templates select="." mode="src"/>
        <xsl:apply-templates select="s:sentence[$alike]"/>
        <xsl:apply-templates select="s:basis"/>
      </cell>
    </row>
  </xsl:if>
  <xsl:apply-templates select="$group" mode="place">
    <xsl:with-param name="alike" select="$alike"/>
  </xsl:apply-templates>
</xsl:template>

<xsl:template match="s:sentence">
  <paragraph><xsl:value-of select="."/></paragraph>
</xsl:template>

<xsl:template match="s:basis">
  <paragraph>
    <xsl:call-template name="word">
      <xsl:with-param name="key" select="'findings.basis'"/>
      <xsl:with-param name="with" select="normalize-space()"/>
    </xsl:call-template>
  </paragraph>
</xsl:template>

<!-- One place, and what is wrong there unless that has been said. -->
<xsl:template match="s:finding" mode="place">
  <xsl:param name="alike"/>
  <row>
    <xsl:call-template name="label">
      <xsl:with-param name="text" select="position()"/>
      <xsl:with-param name="rowspan" select="2"/>
    </xsl:call-template>
    <cell role="text">
      <xsl:apply-templates select="." mode="src"/>
      <xsl:apply-templates select="." mode="where"/>
    </cell>
    <cell role="figure"><xsl:apply-templates select="@line"/></cell>
    <xsl:apply-templates select="." mode="found"/>
  </row>
  <row>
    <cell role="text" colspan="4">
      <xsl:apply-templates select="." mode="src"/>
      <xsl:apply-templates select="s:sentence[not($alike)]"/>
      <xsl:apply-templates select="." mode="pointer"/>
      <xsl:apply-templates select="self::*[@level = 'warning']"
          mode="paste"/>
    </cell>
  </row>
</xsl:template>

<!-- Which value of the data it is, and where that is printed. -->
<xsl:template match="s:finding" mode="pointer">
  <paragraph>
    <xsl:call-template name="word">
      <xsl:with-param name="key" select="'findings.pointer'"/>
    </xsl:call-template>
    <xsl:value-of select="@pointer"/>
    <xsl:if test="not(string(@pointer))">
      <xsl:call-template name="word">
        <xsl:with-param name="key" select="'findings.data'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="s:in">
      <xsl:call-template name="word">
        <xsl:with-param name="key" select="'findings.in'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:for-each select="s:in">
      <xsl:if test="position() &gt; 1">、</xsl:if>
      <xsl:apply-templates select="."/>
    </xsl:for-each>
  </paragraph>
</xsl:template>

<xsl:template match="s:in">
  <xsl:variable name="page"
      select="key('section', @attachment)/s:file[@format = 'html']"/>
  <xsl:choose>
    <xsl:when test="$page">
      <link to="{str:encode-uri($page/@name, true())}#v-{@tag}">
        <xsl:value-of select="@attachment"/>
      </link>
    </xsl:when>
    <xsl:otherwise><xsl:value-of select="@attachment"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- The entry of the data's explanations that would answer it.  Findings have
     no predicates in patterns, which would count each among all. -->
<xsl:template match="s:finding" mode="paste">
  <xsl:if test="string(@pointer) and key('rule', @code)">
    <paragraph>
      <xsl:call-template name="word">
        <xsl:with-param name="key" select="'findings.paste'"/>
      </xsl:call-template>
      <xsl:value-of select="concat('{&quot;rule&quot;: &quot;', @code,
          '&quot;, &quot;pointer&quot;: &quot;', @pointer,
          '&quot;, &quot;reason&quot;: &quot;')"/>
      <xsl:call-template name="word">
        <xsl:with-param name="key" select="'findings.reason'"/>
      </xsl:call-template>
      <xsl:text>"}</xsl:text>
    </paragraph>
  </xsl:if>
</xsl:template>

<!-- Words, without the attachment: that is in the heading; but with the file,
     where it is another than the one that the set is made of. -->
<xsl:template match="s:finding" mode="where">
  <xsl:if test="@file != /*/@data">
    <xsl:value-of select="concat(@file, ' ')"/>
  </xsl:if>
  <xsl:variable name="kind" select="key('section', @attachment)/@kind"/>
  <xsl:variable name="behind">
    <xsl:if test="starts-with(s:where, concat($kind, ' '))">
      <xsl:value-of select="substring-after(s:where, ' ')"/>
    </xsl:if>
    <xsl:if test="starts-with(s:where, concat($kind, '（'))">
      <xsl:value-of select="substring-after(s:where, '） ')"/>
    </xsl:if>
  </xsl:variable>
  <xsl:choose>
    <xsl:when test="string($behind)"><xsl:value-of select="$behind"/></xsl:when>
    <xsl:when test="s:where"><xsl:value-of select="s:where"/></xsl:when>
    <xsl:when test="string(@pointer)"><xsl:value-of select="@pointer"/></xsl:when>
    <xsl:otherwise>
      <xsl:call-template name="word">
        <xsl:with-param name="key" select="'findings.data'"/>
      </xsl:call-template>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- What the words of a cell are about, where it is in the set's own data. -->
<xsl:template match="s:finding" mode="src">
  <xsl:if test="@pointer and @file = /*/@data">
    <xsl:attribute name="src"><xsl:value-of select="@pointer"/></xsl:attribute>
  </xsl:if>
</xsl:template>

<xsl:template match="@line">
  <xsl:value-of select="concat(., ':', ../@column)"/>
</xsl:template>

<!-- Two cells; words, that is, what is longer than a figure, have both where no
     value should take their place. -->
<xsl:template match="s:finding" mode="found">
  <xsl:choose>
    <xsl:when test="not(s:expected) and string-length(s:found) &gt; 10">
      <cell role="text" colspan="2">
        <xsl:apply-templates select="." mode="src"/>
        <xsl:value-of select="s:found"/>
      </cell>
    </xsl:when>
    <xsl:otherwise>
      <cell role="figure">
        <xsl:apply-templates select="." mode="src"/>
        <xsl:value-of select="s:found"/>
      </cell>
      <cell role="figure"><xsl:value-of select="s:expected"/></cell>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

</xsl:stylesheet>
