<?xml version="1.0" encoding="UTF-8"?>
<!--
  Nothing is dropped in silence: a member that no template of a mode takes
  stops the run.  What a form leaves out on purpose has an empty template of
  its own where the form is laid out.

  Reads:  any member of submission.xml (schemas/common/submission.rng).
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="*"><xsl:call-template name="unhandled"/></xsl:template>

<xsl:template match="*" mode="value">
  <xsl:call-template name="unhandled">
    <xsl:with-param name="mode" select="'value'"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="*" mode="cell">
  <xsl:call-template name="unhandled">
    <xsl:with-param name="mode" select="'cell'"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="*" mode="row">
  <xsl:call-template name="unhandled">
    <xsl:with-param name="mode" select="'row'"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="*" mode="block">
  <xsl:call-template name="unhandled">
    <xsl:with-param name="mode" select="'block'"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="*" mode="item">
  <xsl:call-template name="unhandled">
    <xsl:with-param name="mode" select="'item'"/>
  </xsl:call-template>
</xsl:template>

<xsl:template name="unhandled">
  <xsl:param name="mode" select="'default'"/>
  <xsl:message terminate="yes">
    <xsl:value-of select="concat('no template of mode ', $mode, ' for ',
        name(), ' at ', @src)"/>
  </xsl:message>
</xsl:template>

</xsl:stylesheet>
