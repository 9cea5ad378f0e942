<?xml version="1.0" encoding="UTF-8"?>
<!--
  本次更正: what the data states otherwise than that of the set which was there,
  and what follows; the files that are new for it; and the findings that went
  and came.

  Reads:  changes of schemas/common/set.rng.
  Needs:  parts.xsl, summary.xsl (@level), comparison/words.xml (correction.*),
          words.xml (by-attachment.*, rules.*, findings.place, answers.sentence).
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:jixiao:changes:1"
    xmlns="urn:jixiao:document:1"
    exclude-result-prefixes="c">

<xsl:include href="../comparison/changes.xsl"/>

<xsl:template match="c:changes" mode="correction">
  <xsl:variable name="stated" select="c:change[not(@follows)]"/>
  <xsl:variable name="following" select="c:change[@follows]"/>
  <xsl:variable name="gone" select="c:finding[@kind != 'came']"/>
  <xsl:variable name="files" select="1 + boolean($stated) + boolean($following)"/>
  <xsl:call-template name="word.heading">
    <xsl:with-param name="n" select="2"/>
    <xsl:with-param name="key" select="'correction'"/>
  </xsl:call-template>
  <paragraph>
    <xsl:call-template name="word">
      <xsl:with-param name="key" select="'correction.since'"/>
      <xsl:with-param name="with" select="count($stated)"/>
    </xsl:call-template>
    <xsl:call-template name="word">
      <xsl:with-param name="key" select="'correction.former'"/>
      <xsl:with-param name="with" select="@old"/>
    </xsl:call-template>
  </paragraph>
  <xsl:call-template name="changes">
    <xsl:with-param name="level" select="2"/>
    <xsl:with-param name="n" select="1"/>
    <xsl:with-param name="key" select="'stated'"/>
    <xsl:with-param name="changes" select="$stated"/>
  </xsl:call-template>
  <xsl:call-template name="changes">
    <xsl:with-param name="level" select="2"/>
    <xsl:with-param name="n" select="1 + boolean($stated)"/>
    <xsl:with-param name="key" select="'following'"/>
    <xsl:with-param name="changes" select="$following"/>
  </xsl:call-template>
  <xsl:apply-templates select="." mode="correction.files">
    <xsl:with-param name="n" select="$files"/>
  </xsl:apply-templates>
  <xsl:call-template name="correction.findings">
    <xsl:with-param name="n" select="$files + 1"/>
    <xsl:with-param name="key" select="'correction.gone'"/>
    <xsl:with-param name="findings" select="$gone"/>
  </xsl:call-template>
  <xsl:call-template name="correction.findings">
    <xsl:with-param name="n" select="$files + 1 + boolean($gone)"/>
    <xsl:with-param name="key" select="'correction.came'"/>
    <xsl:with-param name="findings" select="c:finding[@kind = 'came']"/>
  </xsl:call-template>
</xsl:template>

<!-- The report itself is always one of them, the whole set where any is. -->
<xsl:template match="c:changes" mode="correction.files">
  <xsl:param name="n"/>
  <xsl:call-template name="headed.table">
    <xsl:with-param name="n" select="$n"/>
    <xsl:with-param name="key" select="'correction.files'"/>
    <xsl:with-param name="widths" select="'22 86 48'"/>
    <xsl:with-param name="headers"
        select="'by-attachment.id by-attachment.name correction.update'"/>
    <xsl:with-param name="rows">
      <xsl:if test="c:document">
        <xsl:call-template name="correction.file">
          <xsl:with-param name="key" select="'correction.whole'"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:call-template name="correction.file">
        <xsl:with-param name="key" select="'correction.report'"/>
      </xsl:call-template>
      <xsl:apply-templates select="c:document" mode="correction"/>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

<xsl:template name="correction.file">
  <xsl:param name="key"/>
  <row>
    <xsl:call-template name="word.label">
      <xsl:with-param name="key" select="$key"/>
    </xsl:call-template>
    <xsl:call-template name="cell">
      <xsl:with-param name="role" select="'blank'"/>
    </xsl:call-template>
    <cell role="text">
      <xsl:call-template name="word">
        <xsl:with-param name="key" select="'correction.changed'"/>
      </xsl:call-template>
      <xsl:if test="$key = 'correction.whole'">
        <xsl:apply-templates select="@left" mode="correction"/>
      </xsl:if>
    </cell>
  </row>
</xsl:template>

<xsl:template match="c:document" mode="correction">
  <row>
    <xsl:call-template name="label">
      <xsl:with-param name="text" select="@id"/>
    </xsl:call-template>
    <xsl:call-template name="cell">
      <xsl:with-param name="inline" select="string(@name)"/>
    </xsl:call-template>
    <cell role="text">
      <xsl:call-template name="word">
        <xsl:with-param name="key" select="concat('correction.', @kind)"/>
      </xsl:call-template>
      <xsl:apply-templates select="@left" mode="correction"/>
    </cell>
  </row>
</xsl:template>

<xsl:template match="@left" mode="correction">
  <xsl:call-template name="word">
    <xsl:with-param name="key" select="'correction.left'"/>
  </xsl:call-template>
</xsl:template>

<!-- A heading and a table of findings, where there are any. -->
<xsl:template name="correction.findings">
  <xsl:param name="n"/>
  <xsl:param name="key"/>
  <xsl:param name="findings"/>
  <xsl:if test="$findings">
    <xsl:call-template name="headed.table">
      <xsl:with-param name="n" select="$n"/>
      <xsl:with-param name="key" select="$key"/>
      <xsl:with-param name="widths" select="'14 14 48 80'"/>
      <xsl:with-param name="headers"
          select="'rules.code rules.level findings.place answers.sentence'"/>
      <xsl:with-param name="rows">
        <xsl:apply-templates select="$findings" mode="correction"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:if>
</xsl:template>

<xsl:template match="c:finding" mode="correction">
  <row>
    <xsl:call-template name="label">
      <xsl:with-param name="text" select="@code"/>
    </xsl:call-template>
    <cell role="figure"><xsl:apply-templates select="@level"/></cell>
    <xsl:call-template name="cell">
      <xsl:with-param name="inline">
        <xsl:value-of select="@where"/>
        <xsl:if test="not(@where)">
          <xsl:call-template name="word">
            <xsl:with-param name="key" select="'findings.all'"/>
          </xsl:call-template>
        </xsl:if>
      </xsl:with-param>
    </xsl:call-template>
    <cell role="text">
      <xsl:value-of select="."/>
      <xsl:if test="@kind = 'answered'">
        <xsl:call-template name="word">
          <xsl:with-param name="key" select="'correction.answered'"/>
        </xsl:call-template>
      </xsl:if>
    </cell>
  </row>
</xsl:template>

</xsl:stylesheet>
