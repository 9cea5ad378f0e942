<?xml version="1.0" encoding="UTF-8"?>
<!--
  更正说明, the notice that goes with a corrected set, as a page model
  (schemas/common/document.rng): what was stated otherwise, in which attachment
  and where, from what to what and why; then the figures that follow.  An
  edition that wants another one has a correction.xsl of its own, which may
  import this one; its wording is in the edition's words.xml.  A reason of the
  data is printed as the value that it is: the program tells which are not.

  Reads:  correction (schemas/common/correction.rng): correction/submission, the new one (schemas/common/submission.rng);
          correction/documents, the attachments that changed with what came and
          what went marked (schemas/common/document.rng); correction/@reason,
          why, where the data gives no reason of its own; correction/@date,
          the day.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:d="urn:jixiao:document:1"
    xmlns="urn:jixiao:document:1"
    exclude-result-prefixes="d">

<xsl:import href="unhandled.xsl"/>
<xsl:include href="values.xsl"/>
<xsl:include href="word.xsl"/>
<xsl:include href="numbering.xsl"/>
<xsl:include href="words.xsl"/>
<xsl:include href="table.xsl"/>
<xsl:include href="signed.xsl"/>
<xsl:include href="correction/changes.xsl"/>
<xsl:include href="correction/places.xsl"/>
<xsl:include href="correction/said.xsl"/>

<xsl:output method="xml" encoding="UTF-8"/>

<xsl:variable name="words" select="document(concat('../',
    /correction/submission/@edition, '/words.xml'))"/>

<xsl:template match="/correction">
  <xsl:apply-templates select="submission" mode="correction"/>
</xsl:template>

<xsl:template match="submission" mode="correction">
  <xsl:variable name="documents" select="../d:documents"/>
  <xsl:variable name="name">
    <xsl:call-template name="words.plain">
      <xsl:with-param name="key" select="'correction.name'"/>
    </xsl:call-template>
  </xsl:variable>
  <xsl:variable name="file">
    <xsl:call-template name="words.plain">
      <xsl:with-param name="key" select="'correction.file'"/>
    </xsl:call-template>
  </xsl:variable>
  <documents title="{$documents/@title}" file="{$file}">
    <xsl:copy-of select="$documents/@edition | $documents/@unit |
        $documents/@period | $documents/@date"/>
    <attachment id="{$name}" kind="{$name}" name="{$name}" file="{$file}"
        orientation="portrait" src="">
      <title>
        <line>
          <xsl:call-template name="words">
            <xsl:with-param name="key" select="'correction.title'"/>
          </xsl:call-template>
        </line>
        <line><xsl:value-of select="$name"/></line>
      </title>
      <xsl:call-template name="correction.paragraph">
        <xsl:with-param name="key" select="'correction.opening'"/>
      </xsl:call-template>
      <xsl:apply-templates select="../@reason"/>
      <xsl:apply-templates select="$documents" mode="changes"/>
      <xsl:if test="$documents//*[@number = ''][not(@change)]">
        <xsl:call-template name="correction.paragraph">
          <xsl:with-param name="key" select="'correction.renumbered'"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:if test="$documents//d:value/@rewritten">
        <xsl:call-template name="correction.paragraph">
          <xsl:with-param name="key" select="'correction.rewritten'"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:call-template name="correction.paragraph">
        <xsl:with-param name="key" select="'correction.closing'"/>
      </xsl:call-template>
      <xsl:apply-templates select="." mode="correction.signed"/>
    </attachment>
  </documents>
</xsl:template>

<xsl:template name="correction.paragraph">
  <xsl:param name="key"/>
  <paragraph>
    <xsl:call-template name="words">
      <xsl:with-param name="key" select="$key"/>
    </xsl:call-template>
  </paragraph>
</xsl:template>

<xsl:template match="@reason">
  <paragraph>
    <xsl:call-template name="correction.word">
      <xsl:with-param name="key" select="'correction.reason'"/>
    </xsl:call-template>
    <xsl:value-of select="."/>
  </paragraph>
</xsl:template>

<!-- Who says so, and when: not on the day of the filing, but where no day is
     given on one that is written by hand. -->
<xsl:template match="submission" mode="correction.signed">
  <xsl:call-template name="signed">
    <xsl:with-param name="sender">
      <xsl:apply-templates select="unit/name" mode="value"/>
    </xsl:with-param>
    <xsl:with-param name="sender.label">
      <xsl:call-template name="correction.word">
        <xsl:with-param name="key" select="'correction.unit'"/>
      </xsl:call-template>
    </xsl:with-param>
    <xsl:with-param name="date" select="string(../@date)"/>
    <xsl:with-param name="date.label">
      <xsl:call-template name="correction.word">
        <xsl:with-param name="key" select="'correction.date'"/>
      </xsl:call-template>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

<!-- Words without slots. -->
<xsl:template name="correction.word">
  <xsl:param name="key"/>
  <xsl:for-each select="/correction/submission[1]">
    <xsl:call-template name="words">
      <xsl:with-param name="key" select="$key"/>
    </xsl:call-template>
  </xsl:for-each>
</xsl:template>

</xsl:stylesheet>
