/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "html-element.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  const char *name;
  int value;
} Named;

/* In the order of their names. */
static const Named elements[] = {
  { "a", ACCORD_HTML_ANCHOR },         { "address", ACCORD_HTML_BLOCK },    { "article", ACCORD_HTML_BLOCK },
  { "aside", ACCORD_HTML_CHROME },     { "blockquote", ACCORD_HTML_BLOCK }, { "body", ACCORD_HTML_BLOCK },
  { "br", ACCORD_HTML_BLOCK },         { "button", ACCORD_HTML_SKIPPED },   { "canvas", ACCORD_HTML_SKIPPED },
  { "caption", ACCORD_HTML_BLOCK },    { "center", ACCORD_HTML_BLOCK },     { "dd", ACCORD_HTML_BLOCK },
  { "details", ACCORD_HTML_BLOCK },    { "dir", ACCORD_HTML_LIST },         { "div", ACCORD_HTML_BLOCK },
  { "dl", ACCORD_HTML_BLOCK },         { "dt", ACCORD_HTML_BLOCK },         { "fieldset", ACCORD_HTML_BLOCK },
  { "figcaption", ACCORD_HTML_BLOCK }, { "figure", ACCORD_HTML_BLOCK },     { "footer", ACCORD_HTML_CHROME },
  { "form", ACCORD_HTML_FORM },        { "h1", ACCORD_HTML_BLOCK },         { "h2", ACCORD_HTML_BLOCK },
  { "h3", ACCORD_HTML_BLOCK },         { "h4", ACCORD_HTML_BLOCK },         { "h5", ACCORD_HTML_BLOCK },
  { "h6", ACCORD_HTML_BLOCK },         { "head", ACCORD_HTML_BLOCK },       { "header", ACCORD_HTML_CHROME },
  { "hr", ACCORD_HTML_BLOCK },         { "html", ACCORD_HTML_BLOCK },       { "iframe", ACCORD_HTML_SKIPPED },
  { "legend", ACCORD_HTML_BLOCK },     { "li", ACCORD_HTML_ENTRY },         { "main", ACCORD_HTML_MAIN },
  { "menu", ACCORD_HTML_LIST },        { "meta", ACCORD_HTML_META },        { "nav", ACCORD_HTML_CHROME },
  { "noscript", ACCORD_HTML_SKIPPED }, { "object", ACCORD_HTML_SKIPPED },   { "ol", ACCORD_HTML_LIST },
  { "option", ACCORD_HTML_SKIPPED },   { "p", ACCORD_HTML_BLOCK },          { "pre", ACCORD_HTML_PRE },
  { "script", ACCORD_HTML_SKIPPED },   { "section", ACCORD_HTML_BLOCK },    { "select", ACCORD_HTML_SKIPPED },
  { "style", ACCORD_HTML_SKIPPED },    { "summary", ACCORD_HTML_BLOCK },    { "svg", ACCORD_HTML_SKIPPED },
  { "table", ACCORD_HTML_TABLE },      { "tbody", ACCORD_HTML_BLOCK },      { "td", ACCORD_HTML_CELL },
  { "template", ACCORD_HTML_SKIPPED }, { "textarea", ACCORD_HTML_SKIPPED }, { "tfoot", ACCORD_HTML_BLOCK },
  { "th", ACCORD_HTML_CELL },          { "thead", ACCORD_HTML_BLOCK },      { "title", ACCORD_HTML_TITLE },
  { "tr", ACCORD_HTML_ROW },           { "ul", ACCORD_HTML_LIST },
};

static int
compare_names (const void *a, const void *b)
{
  return strcmp (((const Named *) a)->name, ((const Named *) b)->name);
}

/**
 * accord_html_element_kind:
 * @name: the name of an element in lower case
 *
 * Returns: what kind of element it is
 */
AccordHtmlElementKind
accord_html_element_kind (const char *name)
{
  const Named key = { name, 0 };
  const Named *found = bsearch (&key, elements, G_N_ELEMENTS (elements), sizeof key, compare_names);

  return found != NULL ? (AccordHtmlElementKind) found->value : ACCORD_HTML_INLINE;
}

static const Named roles[] = {
  { "mgMainTitleTxt", ACCORD_HTML_MAIN_TITLE }, { "mgSubTitleTxt", ACCORD_HTML_SUB_TITLE },
  { "mgSubSubTitleTxt", ACCORD_HTML_SECTION },  { "mgAiTitleTxt", ACCORD_HTML_ITEM_TITLE },
  { "mgSubItemTitleTxt", ACCORD_HTML_LABEL },   { "mgActionList", ACCORD_HTML_ACTIONS },
  { "mgLinks", ACCORD_HTML_ACTIONS },           { "mgWordPara", ACCORD_HTML_WORDS },
};
static const Named marks[] = {
  { "mgLabel", ACCORD_HTML_MARK_LABEL },
  { "mgFileSize", ACCORD_HTML_MARK_SIZE },
  { "mgHide", ACCORD_HTML_MARK_HIDDEN },
};

static int
find_named (const Named *named, guint n_named, const char *word, gsize length, int otherwise)
{
  for (guint i = 0; i < n_named; i++)
    if (strncmp (named[i].name, word, length) == 0 && named[i].name[length] == '\0')
      return named[i].value;
  return otherwise;
}

static gboolean
is_word (const char *word, gsize length, const char *wanted)
{
  return strncmp (word, wanted, length) == 0 && wanted[length] == '\0';
}

/**
 * accord_html_classes:
 * @classes: the classes of an element, with blanks between
 *
 * Returns: what they say
 */
AccordHtmlClasses
accord_html_classes (const char *classes)
{
  AccordHtmlClasses said = { ACCORD_HTML_PLAIN, -1 };

  for (const char *word = classes; *word != '\0';)
    {
      gsize length = strcspn (word, " \t\r\n\f");

      if (length > 2 && word[0] == 'm' && word[1] == 'g' && g_ascii_isupper (word[2]))
        {
          said.known = TRUE;
          if (said.role == ACCORD_HTML_PLAIN)
            said.role = find_named (roles, G_N_ELEMENTS (roles), word, length, ACCORD_HTML_PLAIN);
          if (said.mark == -1)
            said.mark = find_named (marks, G_N_ELEMENTS (marks), word, length, -1);
          said.content |= is_word (word, length, "mgContent");
          said.number |= is_word (word, length, "mgItemNumberCol");
        }
      else if (is_word (word, length, "WordSection1") || is_word (word, length, "Section1"))
        said.role = ACCORD_HTML_WORDS;
      else if (length > 7 && g_strstr_len (word, length, "ModCMIS") != NULL)
        said.cmis = TRUE;
      word += length;
      word += strspn (word, " \t\r\n\f");
    }
  return said;
}

/**
 * accord_html_attribute:
 * @attributes: (nullable): names and values in turn, as libxml2 hands them over
 * @name: a name in lower case
 *
 * Returns: (transfer none) (nullable): its value
 */
const char *
accord_html_attribute (const unsigned char **attributes, const char *name)
{
  for (guint i = 0; attributes != NULL && attributes[i] != NULL; i += 2)
    if (strcmp ((const char *) attributes[i], name) == 0)
      return (const char *) attributes[i + 1];
  return NULL;
}
