<?xml version="1.0" encoding="UTF-8"?>
<!--
  What was found, worst first, answered findings last: a rule with all its
  places, each with a link to the value; and the state of the set and of an
  attachment that follows from it: only open findings count.  An attachment
  that prints a value of another one is not ready while that has any.

  Reads:  finding, in, where, found, expected, sentence, basis, answer, and the
          titles of rules, of schemas/common/set.rng.
  Needs:  index.xsl (mode fact), files.xsl (mode address), words.xsl
          (findings.*, state.*, fact.*).
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:set="http://exslt.org/sets"
    xmlns:s="urn:jixiao:set:1"
    exclude-result-prefixes="set s">

<xsl:key name="attachment" match="s:attachment" use="@id"/>
<xsl:key name="whole" match="s:whole/s:file" use="@format"/>
<xsl:key name="rule" match="s:rule" use="@code"/>
<xsl:key name="open" match="s:finding[not(s:answer)]" use="@attachment"/>
<xsl:key name="quoted" match="s:finding[not(s:answer)][@level != 'hint']"
    use="s:in/@attachment[not(. = ../../@attachment)]"/>

<xsl:template match="s:set" mode="findings">
  <section aria-labelledby="findings">
    <h2 id="findings">
      <xsl:call-template name="word">
        <xsl:with-param name="key" select="'findings'"/>
      </xsl:call-template>
    </h2>
    <xsl:if test="not(s:finding)">
      <p>
        <xsl:call-template name="word">
          <xsl:with-param name="key" select="'findings.none'"/>
        </xsl:call-template>
      </p>
    </xsl:if>
    <xsl:variable name="open" select="s:finding[not(s:answer)]"/>
    <xsl:call-template name="findings">
      <xsl:with-param name="kind" select="'error'"/>
      <xsl:with-param name="findings" select="$open[@level = 'error']"/>
    </xsl:call-template>
    <xsl:call-template name="findings">
      <xsl:with-param name="kind" select="'warning'"/>
      <xsl:with-param name="findings" select="$open[@level = 'warning']"/>
    </xsl:call-template>
    <xsl:call-template name="findings">
      <xsl:with-param name="kind" select="'hint'"/>
      <xsl:with-param name="findings" select="$open[@level = 'hint']"/>
    </xsl:call-template>
    <xsl:call-template name="findings">
      <xsl:with-param name="kind" select="'answered'"/>
      <xsl:with-param name="findings" select="s:finding[s:answer]"/>
    </xsl:call-template>
  </section>
</xsl:template>

<xsl:template name="findings">
  <xsl:param name="kind"/>
  <xsl:param name="findings"/>
  <xsl:if test="$findings">
    <h3 class="{$kind}">
      <xsl:call-template name="word">
        <xsl:with-param name="key" select="concat('findings.', $kind)"/>
        <xsl:with-param name="with" select="count($findings)"/>
      </xsl:call-template>
    </h3>
    <ol class="findings {$kind}">
      <xsl:for-each select="set:distinct($findings/@code)">
        <xsl:apply-templates select=".." mode="group">
          <xsl:with-param name="group"
              select="$findings[@code = current()]"/>
        </xsl:apply-templates>
      </xsl:for-each>
    </ol>
  </xsl:if>
</xsl:template>

<!-- A sentence that all places share is said once. -->
<xsl:template match="s:finding" mode="group">
  <xsl:param name="group"/>
  <xsl:variable name="alike"
      select="not($group[s:sentence != current()/s:sentence])"/>
  <li>
    <p class="rule">
      <b><xsl:value-of select="@code"/></b>
      <xsl:value-of select="concat(' ', normalize-space(
          key('rule', @code)/s:title | s:title))"/>
      <xsl:if test="$group[2]">
        <xsl:call-template name="word">
          <xsl:with-param name="key" select="'findings.places'"/>
          <xsl:with-param name="with" select="count($group)"/>
        </xsl:call-template>
      </xsl:if>
    </p>
    <xsl:if test="$alike"><p><xsl:value-of select="s:sentence"/></p></xsl:if>
    <xsl:if test="s:basis">
      <dl><xsl:apply-templates select="s:basis" mode="fact"/></dl>
    </xsl:if>
    <ul>
      <xsl:apply-templates select="$group">
        <xsl:with-param name="alike" select="$alike"/>
      </xsl:apply-templates>
    </ul>
  </li>
</xsl:template>

<xsl:template match="s:finding">
  <xsl:param name="alike"/>
  <li>
    <p>
      <xsl:apply-templates select="." mode="place"/>
      <xsl:if test="not($alike)">
        <xsl:value-of select="concat('：', s:sentence)"/>
      </xsl:if>
    </p>
    <dl>
      <xsl:apply-templates select="s:answer" mode="fact"/>
      <xsl:apply-templates select="s:found" mode="fact"/>
      <xsl:apply-templates select="s:expected" mode="fact"/>
      <xsl:apply-templates select="@line" mode="fact"/>
      <xsl:apply-templates select="@pointer[. != '']" mode="fact"/>
      <xsl:apply-templates select="s:in[1]" mode="fact"/>
    </dl>
  </li>
</xsl:template>

<!-- A predicate in a pattern would have each finding counted among all. -->
<xsl:template match="s:finding" mode="place">
  <xsl:choose>
    <xsl:when test="s:where"><xsl:value-of select="s:where"/></xsl:when>
    <xsl:when test="string(@pointer)"><xsl:value-of select="@pointer"/></xsl:when>
    <xsl:otherwise>
      <xsl:call-template name="word">
        <xsl:with-param name="key" select="'all'"/>
      </xsl:call-template>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- Which file, where it is not the one that the set is made of. -->
<xsl:template match="@line" mode="fact.value">
  <xsl:if test="../@file != /*/@data">
    <xsl:value-of select="concat(../@file, ' ')"/>
  </xsl:if>
  <xsl:call-template name="word">
    <xsl:with-param name="key" select="'line'"/>
    <xsl:with-param name="with" select="string(.)"/>
  </xsl:call-template>
  <xsl:call-template name="word">
    <xsl:with-param name="key" select="'column'"/>
    <xsl:with-param name="with" select="string(../@column)"/>
  </xsl:call-template>
</xsl:template>

<!-- The first stands for all. -->
<xsl:template match="s:in" mode="fact.value">
  <xsl:for-each select="../s:in">
    <xsl:if test="position() &gt; 1">、</xsl:if>
    <xsl:apply-templates select="." mode="link"/>
  </xsl:for-each>
</xsl:template>

<!-- To the value, in the attachment's own page or in that of the whole set. -->
<xsl:template match="s:in" mode="link">
  <xsl:variable name="own"
      select="key('attachment', @attachment)/s:file[@format = 'html']"/>
  <xsl:variable name="page"
      select="$own | key('whole', 'html')[not($own)]"/>
  <xsl:choose>
    <xsl:when test="$page">
      <a>
        <xsl:attribute name="href">
          <xsl:apply-templates select="$page" mode="address"/>
          <xsl:apply-templates select="." mode="anchor"/>
        </xsl:attribute>
        <xsl:value-of select="@attachment"/>
      </a>
    </xsl:when>
    <xsl:otherwise><xsl:value-of select="@attachment"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- As value.xsl sets it. -->
<xsl:template match="s:in" mode="anchor">
  <xsl:value-of select="concat('#v-', @tag)"/>
</xsl:template>

<xsl:template match="s:set" mode="state">
  <xsl:call-template name="state">
    <xsl:with-param name="open" select="s:finding[not(s:answer)]"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="s:attachment" mode="state">
  <xsl:call-template name="state">
    <xsl:with-param name="open" select="key('open', @id)"/>
    <xsl:with-param name="quoted" select="key('quoted', @id)"/>
  </xsl:call-template>
</xsl:template>

<xsl:template name="state">
  <xsl:param name="open"/>
  <xsl:param name="quoted" select="/.."/>
  <xsl:call-template name="count">
    <xsl:with-param name="level" select="'error'"/>
    <xsl:with-param name="findings" select="$open[@level = 'error']"/>
  </xsl:call-template>
  <xsl:call-template name="count">
    <xsl:with-param name="level" select="'warning'"/>
    <xsl:with-param name="findings" select="$open[@level = 'warning']"/>
  </xsl:call-template>
  <xsl:call-template name="count">
    <xsl:with-param name="level" select="'hint'"/>
    <xsl:with-param name="findings" select="$open[@level = 'hint']"/>
  </xsl:call-template>
  <xsl:call-template name="count">
    <xsl:with-param name="level" select="'quoted'"/>
    <xsl:with-param name="findings" select="$quoted"/>
  </xsl:call-template>
  <!-- Hints leave nothing to do. -->
  <xsl:if test="not($open[@level != 'hint'] | $quoted)">
    <span class="ready">
      <xsl:call-template name="word">
        <xsl:with-param name="key" select="'state.ready'"/>
      </xsl:call-template>
    </span>
  </xsl:if>
</xsl:template>

<xsl:template name="count">
  <xsl:param name="level"/>
  <xsl:param name="findings"/>
  <xsl:if test="$findings">
    <span class="{$level}">
      <xsl:call-template name="word">
        <xsl:with-param name="key" select="concat('state.', $level)"/>
        <xsl:with-param name="with" select="count($findings)"/>
      </xsl:call-template>
    </span>
    <xsl:text> </xsl:text>
  </xsl:if>
</xsl:template>

</xsl:stylesheet>
