<?xml version="1.0" encoding="UTF-8"?>
<!--
  本次更正: what the data states otherwise than that of the set which was there,
  and what follows; the files that are new for it, each with a link; and the
  findings that went and came.

  Reads:  changes of schemas/common/set.rng.
  Needs:  files.xsl (modes of, address), words.xsl (correction.*, stated,
          following, was, is, kind.*, state.*, quoted, level.*, all).
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:jixiao:changes:1"
    xmlns:s="urn:jixiao:set:1"
    xmlns:str="http://exslt.org/strings"
    exclude-result-prefixes="c s str">

<xsl:key name="document" match="c:document" use="@id"/>

<!-- Beside the state of the set. -->
<xsl:template match="c:changes" mode="state">
  <a class="corrected" href="#correction">
    <xsl:call-template name="word">
      <xsl:with-param name="key" select="'correction'"/>
    </xsl:call-template>
  </a>
</xsl:template>

<!-- Beside that of an attachment which is new for it. -->
<xsl:template match="c:document" mode="state">
  <xsl:text> </xsl:text>
  <span class="corrected">
    <xsl:call-template name="word">
      <xsl:with-param name="key" select="'correction.renewed'"/>
    </xsl:call-template>
  </span>
</xsl:template>

<xsl:template match="c:document[@left]" mode="state"/>

<xsl:template match="c:changes">
  <section aria-labelledby="correction" class="correction">
    <h2 id="correction">
      <xsl:call-template name="word">
        <xsl:with-param name="key" select="'correction'"/>
      </xsl:call-template>
    </h2>
    <p>
      <xsl:call-template name="word">
        <xsl:with-param name="key" select="'correction.since'"/>
        <xsl:with-param name="with" select="count(c:change[not(@follows)])"/>
      </xsl:call-template>
      <a href="{str:encode-uri(@old, true())}">
        <xsl:call-template name="word">
          <xsl:with-param name="key" select="'correction.former'"/>
          <xsl:with-param name="with" select="@old"/>
        </xsl:call-template>
      </a>
    </p>
    <xsl:call-template name="correction.changes">
      <xsl:with-param name="key" select="'stated'"/>
      <xsl:with-param name="changes" select="c:change[not(@follows)]"/>
    </xsl:call-template>
    <xsl:call-template name="correction.changes">
      <xsl:with-param name="key" select="'following'"/>
      <xsl:with-param name="changes" select="c:change[@follows]"/>
    </xsl:call-template>
    <xsl:apply-templates select="." mode="files"/>
    <xsl:call-template name="correction.findings">
      <xsl:with-param name="key" select="'correction.gone'"/>
      <xsl:with-param name="findings" select="c:finding[@kind != 'came']"/>
    </xsl:call-template>
    <xsl:call-template name="correction.findings">
      <xsl:with-param name="key" select="'correction.came'"/>
      <xsl:with-param name="findings" select="c:finding[@kind = 'came']"/>
    </xsl:call-template>
  </section>
</xsl:template>

<xsl:template name="correction.heading">
  <xsl:param name="key"/>
  <xsl:param name="counted" select="'findings.places'"/>
  <xsl:param name="count"/>
  <h3>
    <xsl:call-template name="word">
      <xsl:with-param name="key" select="$key"/>
    </xsl:call-template>
    <xsl:call-template name="word">
      <xsl:with-param name="key" select="$counted"/>
      <xsl:with-param name="with" select="$count"/>
    </xsl:call-template>
  </h3>
</xsl:template>

<!-- What changed, where there is any. -->

<xsl:template name="correction.changes">
  <xsl:param name="key"/>
  <xsl:param name="changes"/>
  <xsl:if test="$changes">
    <xsl:call-template name="correction.heading">
      <xsl:with-param name="key" select="$key"/>
      <xsl:with-param name="count" select="count($changes)"/>
    </xsl:call-template>
    <ul class="changes"><xsl:apply-templates select="$changes"/></ul>
  </xsl:if>
</xsl:template>

<xsl:template match="c:change">
  <li>
    <p>
      <xsl:value-of select="@where"/>
      <xsl:if test="@kind">
        <xsl:call-template name="word">
          <xsl:with-param name="key" select="concat('kind.', @kind)"/>
          <xsl:with-param name="with" select="@number"/>
        </xsl:call-template>
      </xsl:if>
    </p>
    <xsl:choose>
      <xsl:when test="c:phrase"><xsl:apply-templates select="c:phrase"/></xsl:when>
      <xsl:when test="@kind">
        <xsl:apply-templates select="c:old[string()] | c:new[string()]" mode="alone"/>
      </xsl:when>
      <xsl:otherwise>
        <dl><xsl:apply-templates select="c:old | c:new"/></dl>
      </xsl:otherwise>
    </xsl:choose>
  </li>
</xsl:template>

<xsl:template match="c:old | c:new" mode="alone">
  <dl><xsl:apply-templates select="."/></dl>
</xsl:template>

<xsl:template match="c:old | c:new">
  <xsl:call-template name="correction.side">
    <xsl:with-param name="old" select="boolean(self::c:old)"/>
    <xsl:with-param name="said">
      <xsl:value-of select="concat(., @unit)"/>
      <xsl:choose>
        <xsl:when test="not(string())">
          <xsl:call-template name="correction.state"/>
        </xsl:when>
        <xsl:when test="@state = 'derived' and not(../@follows)">
          <xsl:call-template name="word">
            <xsl:with-param name="key" select="'was.derived'"/>
          </xsl:call-template>
        </xsl:when>
      </xsl:choose>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

<xsl:template name="correction.state">
  <xsl:call-template name="word">
    <xsl:with-param name="key">
      <xsl:choose>
        <xsl:when test="@state = 'absent' or @state = 'awaited'">
          <xsl:value-of select="concat('state.', @state)"/>
        </xsl:when>
        <xsl:otherwise>state.blank</xsl:otherwise>
      </xsl:choose>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

<xsl:template match="c:phrase">
  <dl>
    <xsl:call-template name="correction.side">
      <xsl:with-param name="old" select="true()"/>
      <xsl:with-param name="said">
        <xsl:value-of select="concat(@before, @old, @behind)"/>
        <xsl:apply-templates select="@old-quoted"/>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="correction.side">
      <xsl:with-param name="old" select="false()"/>
      <xsl:with-param name="said">
        <xsl:value-of select="concat(@before, @new, @behind)"/>
        <xsl:apply-templates select="@quoted"/>
      </xsl:with-param>
    </xsl:call-template>
  </dl>
</xsl:template>

<xsl:template match="@quoted | @old-quoted">
  <xsl:call-template name="word">
    <xsl:with-param name="key" select="'quoted'"/>
    <xsl:with-param name="with" select="."/>
  </xsl:call-template>
</xsl:template>

<xsl:template name="correction.side">
  <xsl:param name="old"/>
  <xsl:param name="said"/>
  <div>
    <dt>
      <xsl:call-template name="word">
        <xsl:with-param name="key">
          <xsl:choose>
            <xsl:when test="$old">was</xsl:when>
            <xsl:otherwise>is</xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
      </xsl:call-template>
    </dt>
    <dd><xsl:value-of select="$said"/></dd>
  </div>
</xsl:template>

<!-- The check report is always new, the whole set where an attachment is. -->

<xsl:template match="c:changes" mode="files">
  <xsl:call-template name="correction.heading">
    <xsl:with-param name="key" select="'correction.files'"/>
    <xsl:with-param name="counted" select="'correction.count'"/>
    <xsl:with-param name="count"
        select="count(c:document) + 1 + boolean(c:document)"/>
  </xsl:call-template>
  <ul class="changes">
    <xsl:if test="c:document">
      <xsl:apply-templates select="../s:whole" mode="renewed">
        <xsl:with-param name="left" select="@left"/>
      </xsl:apply-templates>
    </xsl:if>
    <xsl:apply-templates select="../s:report" mode="renewed"/>
    <xsl:apply-templates select="c:document"/>
  </ul>
</xsl:template>

<xsl:template match="s:whole | s:report" mode="renewed">
  <xsl:param name="left" select="/.."/>
  <li>
    <xsl:call-template name="correction.link">
      <xsl:with-param name="files" select="s:file"/>
      <xsl:with-param name="said"><xsl:apply-templates select="." mode="of"/></xsl:with-param>
    </xsl:call-template>
    <xsl:apply-templates select="$left" mode="renewed"/>
  </li>
</xsl:template>

<xsl:template match="c:document">
  <li>
    <xsl:call-template name="correction.link">
      <xsl:with-param name="files"
          select="key('attachment', @id)[not(current()/@kind = 'removed')]/s:file"/>
      <xsl:with-param name="said" select="concat(@id, ' ', @name)"/>
    </xsl:call-template>
    <xsl:if test="@kind != 'changed'">
      <xsl:call-template name="word">
        <xsl:with-param name="key" select="concat('kind.', @kind)"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:apply-templates select="@left" mode="renewed"/>
  </li>
</xsl:template>

<xsl:template match="@left" mode="renewed">
  <xsl:call-template name="word">
    <xsl:with-param name="key" select="'correction.left'"/>
  </xsl:call-template>
</xsl:template>

<!-- To the page, or else to what there is. -->
<xsl:template name="correction.link">
  <xsl:param name="files"/>
  <xsl:param name="said"/>
  <xsl:variable name="page" select="$files[@format = 'html']"/>
  <xsl:variable name="file" select="$page | $files[not($page)][1]"/>
  <xsl:choose>
    <xsl:when test="$file">
      <a>
        <xsl:attribute name="href"><xsl:apply-templates select="$file" mode="address"/></xsl:attribute>
        <xsl:value-of select="$said"/>
      </a>
    </xsl:when>
    <xsl:otherwise><xsl:value-of select="$said"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- Findings, where there are any. -->

<xsl:template name="correction.findings">
  <xsl:param name="key"/>
  <xsl:param name="findings"/>
  <xsl:if test="$findings">
    <xsl:call-template name="correction.heading">
      <xsl:with-param name="key" select="$key"/>
      <xsl:with-param name="count" select="count($findings)"/>
    </xsl:call-template>
    <ul class="changes"><xsl:apply-templates select="$findings"/></ul>
  </xsl:if>
</xsl:template>

<xsl:template match="c:finding">
  <li>
    <p>
      <b class="{@level}">
        <xsl:call-template name="word">
          <xsl:with-param name="key" select="concat('level.', @level)"/>
        </xsl:call-template>
        <xsl:value-of select="concat(' ', @code)"/>
      </b>
      <xsl:text> </xsl:text>
      <xsl:value-of select="@where"/>
      <xsl:if test="not(@where)">
        <xsl:call-template name="word">
          <xsl:with-param name="key" select="'all'"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:value-of select="concat('：', .)"/>
      <xsl:if test="@kind = 'answered'">
        <xsl:call-template name="word">
          <xsl:with-param name="key" select="'correction.answered'"/>
        </xsl:call-template>
      </xsl:if>
    </p>
  </li>
</xsl:template>

</xsl:stylesheet>
