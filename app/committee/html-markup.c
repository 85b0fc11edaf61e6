/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "html-markup.h"

#include <glib/gi18n-lib.h>
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <stdlib.h>
#include <string.h>

#include "committee-error.h"
#include "fold.h"
#include "html-builder.h"
#include "html-element.h"
#include "markup-guard.h"

/* A page made by a person or a program is thirty elements deep; libxml2's own trees end at this depth too. */
#define MOST_DEPTH 256
/* How often it is asked whether to stop. */
#define CANCEL_STEP 4096
/* How much of a page's beginning and end is looked at to see whether it has both. */
#define EDGE 4096

/* An element that is open, with what is to be as it was when it ends. */
typedef struct
{
  const xmlChar *name;
  AccordHtmlElementKind kind;
  AccordHtmlRole role;
  guint n_marks;
  guint row;
  guint16 column;
  guint16 n_entries;
  char list;
  guint8 depth;
  guint content : 1;
  guint chrome : 1;
  guint skipped : 1;
  guint header : 1;
  guint number : 1;
  guint pre : 1;
} Frame;

typedef struct
{
  xmlParserCtxt *context;
  AccordHtml *html;
  AccordHtmlBuilder builder;
  GArray *frames;
  GString *title;
  guint n_rows;
  guint n_elements;
  guint n_closed_at_end;
  GCancellable *cancellable;
  gboolean has_html;
  gboolean too_much;
} Parse;

static Frame *
top (Parse *self)
{
  return &g_array_index (self->frames, Frame, self->frames->len - 1);
}

/* What the next paragraph is, by the elements that are open. */
static void
describe_block (Parse *self)
{
  const Frame *frame = top (self);
  AccordHtmlBlock *block = &self->builder.block;

  block->role = frame->role;
  block->content = frame->content && !frame->chrome;
  block->header = frame->header;
  block->number = frame->number;
  block->depth = frame->depth;
  block->row = frame->row;
  block->column = frame->column;
  self->builder.keeps_indent = frame->role == ACCORD_HTML_WORDS;
  self->builder.keeps_lines = frame->pre;
}

static char
list_type (const char *name, const xmlChar **attributes)
{
  const char *type = accord_html_attribute (attributes, "type");

  if (strcmp (name, "ol") != 0)
    return 'u';
  return type != NULL && strlen (type) == 1 && strchr ("1aAiI", *type) != NULL ? *type : '1';
}

static int
number_attribute (const xmlChar **attributes, const char *name, int otherwise, int least, int most)
{
  const char *value = accord_html_attribute (attributes, name);

  return value != NULL && g_ascii_isdigit (*value) ? CLAMP (atoi (value), least, most) : otherwise;
}

/* A list's entries count from here; so does an entry that says its own number. */
static void
start_list (Parse *self, Frame *frame, const char *name, const xmlChar **attributes)
{
  frame->list = list_type (name, attributes);
  frame->depth = MIN (frame->depth + 1, G_MAXUINT8);
  frame->n_entries = number_attribute (attributes, "start", 1, 1, G_MAXINT16) - 1;
}

static void
start_entry (Parse *self, const xmlChar **attributes)
{
  for (guint i = self->frames->len - 1; i-- > 0;)
    {
      Frame *list = &g_array_index (self->frames, Frame, i);

      if (list->kind != ACCORD_HTML_LIST)
        continue;
      list->n_entries =
          number_attribute (attributes, "value", MIN (list->n_entries + 1, G_MAXINT16), 1, G_MAXINT16);
      self->builder.block.list = list->list;
      self->builder.block.ordinal = list->n_entries;
      return;
    }
}

static void
start_cell (Parse *self, Frame *frame, const xmlChar **attributes)
{
  int width = number_attribute (attributes, "colspan", 1, 1, 100);
  const char *abbreviation = accord_html_attribute (attributes, "abbr");

  for (guint i = self->frames->len - 1; i-- > 0;)
    {
      Frame *row = &g_array_index (self->frames, Frame, i);

      if (row->kind != ACCORD_HTML_ROW)
        continue;
      frame->row = row->row;
      frame->column = MIN (row->column + 1, G_MAXINT16);
      row->column = MIN (row->column + width, G_MAXINT16);
      break;
    }
  if (strcmp ((const char *) frame->name, "th") == 0)
    frame->header = TRUE;
  if (abbreviation != NULL)
    accord_html_builder_begin_mark (&self->builder, ACCORD_HTML_MARK_ABBREVIATION, abbreviation);
}

static void
start_anchor (Parse *self, const xmlChar **attributes)
{
  const char *address = accord_html_attribute (attributes, "href");
  const char *name = accord_html_attribute (attributes, "name");

  if (address != NULL)
    accord_html_builder_begin_mark (&self->builder, ACCORD_HTML_MARK_LINK, address);
  if (name == NULL)
    name = accord_html_attribute (attributes, "id");
  if (name != NULL && name[0] == 'A' && name[1] == 'I' && g_ascii_isdigit (name[2])
      && name[2 + strspn (name + 2, "0123456789")] == '\0')
    accord_html_builder_set_anchor (&self->builder, name + 2);
}

static gboolean
mentions (const char *value, const char *word)
{
  g_autofree char *lower = g_ascii_strdown (value, -1);

  return strstr (lower, word) != NULL;
}

static void
start_meta (Parse *self, const xmlChar **attributes)
{
  const char *equivalent = accord_html_attribute (attributes, "http-equiv");
  const char *content = accord_html_attribute (attributes, "content");

  if (equivalent != NULL && content != NULL && g_ascii_strcasecmp (equivalent, "refresh") == 0
      && mentions (content, "url="))
    self->html->refreshes = TRUE;
}

static void
start_form (Parse *self, const xmlChar **attributes)
{
  const char *action = accord_html_attribute (attributes, "action");

  if (action == NULL)
    return;
  self->html->searches |= mentions (action, "search");
  self->html->cmis |= mentions (action, "/cmis");
}

static void
apply_classes (Parse *self, Frame *frame, const xmlChar **attributes)
{
  const char *classes = accord_html_attribute (attributes, "class");
  const char *id = accord_html_attribute (attributes, "id");
  AccordHtmlClasses said;

  if (id != NULL && strcmp (id, "modgov") == 0)
    frame->content = TRUE;
  if (classes == NULL)
    return;
  said = accord_html_classes (classes);
  self->html->n_classes += said.known;
  self->html->cmis |= said.cmis;
  frame->content |= said.content || said.role == ACCORD_HTML_MAIN_TITLE || said.role == ACCORD_HTML_SUB_TITLE
                    || said.role == ACCORD_HTML_ACTIONS;
  frame->number |= said.number;
  if (frame->role == ACCORD_HTML_WORDS)
    return;
  if (said.role != ACCORD_HTML_PLAIN)
    frame->role = said.role;
  if (said.mark == ACCORD_HTML_MARK_LABEL && frame->kind == ACCORD_HTML_BLOCK)
    frame->role = ACCORD_HTML_LABEL;
  else if (said.mark >= 0)
    accord_html_builder_begin_mark (&self->builder, said.mark, NULL);
}

static void
start_kind (Parse *self, Frame *frame, const char *name, const xmlChar **attributes)
{
  switch (frame->kind)
    {
    case ACCORD_HTML_LIST:
      start_list (self, frame, name, attributes);
      break;
    case ACCORD_HTML_ENTRY:
      start_entry (self, attributes);
      break;
    case ACCORD_HTML_TABLE:
      if (frame->row != 0)
        g_hash_table_add (self->html->layout_rows, GUINT_TO_POINTER (frame->row));
      break;
    case ACCORD_HTML_ROW:
      frame->row = ++self->n_rows;
      frame->column = 0;
      break;
    case ACCORD_HTML_CELL:
      start_cell (self, frame, attributes);
      break;
    case ACCORD_HTML_ANCHOR:
      start_anchor (self, attributes);
      break;
    case ACCORD_HTML_META:
      start_meta (self, attributes);
      break;
    case ACCORD_HTML_FORM:
      start_form (self, attributes);
      break;
    case ACCORD_HTML_MAIN:
      frame->content = TRUE;
      break;
    case ACCORD_HTML_CHROME:
      frame->chrome = TRUE;
      break;
    case ACCORD_HTML_PRE:
      frame->pre = TRUE;
      break;
    case ACCORD_HTML_SKIPPED:
      frame->skipped = TRUE;
      self->html->n_scripts += strcmp (name, "script") == 0;
      break;
    case ACCORD_HTML_INLINE:
    case ACCORD_HTML_BLOCK:
    case ACCORD_HTML_TITLE:
    default:
      break;
    }
}

static gboolean
is_too_much (Parse *self)
{
  if (++self->n_elements % CANCEL_STEP == 0 && g_cancellable_is_cancelled (self->cancellable))
    return TRUE;
  self->too_much = self->frames->len >= MOST_DEPTH || self->html->blocks->len > ACCORD_HTML_MOST_BLOCKS
                   || self->html->marks->len > 2 * ACCORD_HTML_MOST_BLOCKS;
  return self->too_much;
}

static void
on_start (void *user_data, const xmlChar *name, const xmlChar **attributes)
{
  Parse *self = user_data;
  Frame frame = *top (self);

  if (is_too_much (self))
    {
      xmlStopParser (self->context);
      return;
    }
  frame.name = name;
  frame.kind = accord_html_element_kind ((const char *) name);
  frame.n_marks = self->builder.open_marks->len;
  self->has_html |= strcmp ((const char *) name, "html") == 0;
  if (frame.kind != ACCORD_HTML_INLINE && frame.kind != ACCORD_HTML_ANCHOR)
    accord_html_builder_break (&self->builder);
  g_array_append_val (self->frames, frame);
  if (strcmp ((const char *) name, "h1") == 0 && frame.role != ACCORD_HTML_WORDS)
    top (self)->role = ACCORD_HTML_MAIN_TITLE;
  if (attributes != NULL && !frame.skipped)
    apply_classes (self, top (self), attributes);
  start_kind (self, top (self), (const char *) name, attributes);
  describe_block (self);
}

static void
on_end (void *user_data, const xmlChar *name)
{
  Parse *self = user_data;
  const Frame *frame = top (self);

  /* libxml2 ends what it has begun; only the outermost is ours. */
  if (self->frames->len < 2 || xmlStrcmp (frame->name, name) != 0)
    return;
  if (self->context->input->cur >= self->context->input->end
      && (frame->kind == ACCORD_HTML_TABLE || frame->kind == ACCORD_HTML_CELL
          || strcmp ((const char *) name, "div") == 0))
    self->n_closed_at_end++;
  if (frame->kind != ACCORD_HTML_INLINE && frame->kind != ACCORD_HTML_ANCHOR)
    accord_html_builder_break (&self->builder);
  accord_html_builder_end_marks (&self->builder, frame->n_marks);
  if (frame->kind == ACCORD_HTML_ENTRY)
    self->builder.block.list = '\0';
  g_array_set_size (self->frames, self->frames->len - 1);
  describe_block (self);
}

static void
on_words (void *user_data, const xmlChar *words, int length)
{
  Parse *self = user_data;
  const Frame *frame = top (self);

  if (frame->skipped)
    return;
  if (frame->kind == ACCORD_HTML_TITLE)
    g_string_append_len (self->title, (const char *) words, length);
  else
    accord_html_builder_write (&self->builder, (const char *) words, length);
}

static void
parse (Parse *self, const char *markup, gsize length)
{
  htmlSAXHandler handler = {
    .startElement = on_start,
    .endElement = on_end,
    .characters = on_words,
    .ignorableWhitespace = on_words,
    .cdataBlock = on_words,
  };

  self->context = htmlCreateMemoryParserCtxt (markup, length);
  if (self->context == NULL)
    return;
  htmlCtxtUseOptions (self->context, HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING
                                         | HTML_PARSE_NODEFDTD | HTML_PARSE_IGNORE_ENC);
  xmlSwitchEncoding (self->context, XML_CHAR_ENCODING_UTF8);
  *self->context->sax = handler;
  self->context->userData = self;
  htmlParseDocument (self->context);
  htmlFreeParserCtxt (self->context);
  accord_html_builder_break (&self->builder);
}

/* Whether the markup ends within a tag, or without ending what it has begun. */
static gboolean
is_cut (Parse *self, const char *markup, gsize length)
{
  gsize end = length;

  while (end > 0 && g_ascii_isspace (markup[end - 1]))
    end--;
  for (gsize i = end; i-- > 0 && end - i < EDGE && markup[i] != '>';)
    if (markup[i] == '<')
      return TRUE;
  if (self->has_html && g_strstr_len (markup, MIN (length, EDGE), "<html") != NULL)
    return g_strrstr_len (markup + length - MIN (length, EDGE), MIN (length, EDGE), "</html") == NULL;
  return self->n_closed_at_end > 1 || (self->n_closed_at_end == 1 && end > 0 && markup[end - 1] != '>');
}

static gboolean
check (Parse *self, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (!self->too_much)
    return TRUE;
  g_set_error (error, ACCORD_COMMITTEE_ERROR, ACCORD_COMMITTEE_ERROR_TOO_LARGE,
               _ ("The page has more paragraphs, or deeper elements, than any committee page."));
  return FALSE;
}

/**
 * accord_html_new:
 * @markup: valid UTF-8
 * @length: its length in bytes, at most 16 MiB
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Reads the markup of a page, or of a part of one, without network or entities of its own. Its words stand
 * one paragraph after another; accord_html_lay_out() puts them in lines.
 *
 * Returns: (transfer full) (nullable): what it holds, or %NULL with an error
 */
AccordHtml *
accord_html_new (const char *markup, gsize length, GCancellable *cancellable, GError **error)
{
  g_autoptr (AccordHtml) html = NULL;
  Parse self = { .cancellable = cancellable };
  Frame outermost = { .name = BAD_CAST "" };
  gboolean whole;

  if (!accord_markup_check (markup, length, TRUE, error))
    return NULL;
  self.html = html = g_new0 (AccordHtml, 1);
  html->text = g_string_sized_new (length / 2);
  html->blocks = g_array_new (FALSE, FALSE, sizeof (AccordHtmlBlock));
  html->marks = g_array_new (FALSE, FALSE, sizeof (AccordHtmlMark));
  html->values = g_string_chunk_new (4096);
  html->layout_rows = g_hash_table_new (NULL, NULL);
  self.frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  self.title = g_string_new (NULL);
  g_array_append_val (self.frames, outermost);
  accord_html_builder_init (&self.builder, html);
  parse (&self, markup, length);
  whole = check (&self, error);
  html->cut = is_cut (&self, markup, length);
  html->title = accord_text_collapse (self.title->str);
  accord_html_builder_clear (&self.builder);
  g_string_free (self.title, TRUE);
  g_array_unref (self.frames);
  return whole ? g_steal_pointer (&html) : NULL;
}

/**
 * accord_html_free:
 * @self: (transfer full): what a page holds
 */
void
accord_html_free (AccordHtml *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->blocks);
  g_array_unref (self->marks);
  g_string_chunk_free (self->values);
  g_hash_table_unref (self->layout_rows);
  g_free (self->title);
  g_free (self);
}

/**
 * accord_html_get_block:
 * @self: what a page holds
 * @i: which of its paragraphs, from 0
 *
 * Returns: (transfer none) (nullable): it; %NULL after the last
 */
const AccordHtmlBlock *
accord_html_get_block (const AccordHtml *self, guint i)
{
  return i < self->blocks->len ? &g_array_index (self->blocks, AccordHtmlBlock, i) : NULL;
}

/**
 * accord_html_find_mark:
 * @self: what a page holds
 * @block: one of its paragraphs
 * @kind: a kind of mark
 *
 * Returns: (transfer none) (nullable): the first mark of that kind in the paragraph
 */
const AccordHtmlMark *
accord_html_find_mark (const AccordHtml *self, const AccordHtmlBlock *block, AccordHtmlMarkKind kind)
{
  for (guint i = block->first_mark; i < block->first_mark + block->n_marks; i++)
    if (g_array_index (self->marks, AccordHtmlMark, i).kind == kind)
      return &g_array_index (self->marks, AccordHtmlMark, i);
  return NULL;
}

/**
 * accord_html_dup_words:
 * @self: what a page holds
 * @span: a place in its text
 *
 * Returns: (transfer full): the words there in one line; empty for none
 */
char *
accord_html_dup_words (const AccordHtml *self, AccordSpan span)
{
  g_autofree char *words = accord_span_is_empty (span)
                               ? g_strdup ("")
                               : g_strndup (self->text->str + span.start, span.end - span.start);

  return accord_text_collapse (words);
}
