/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/markdown-private.h"

#include <string.h>

/* HTML is text like any other; four blanks before a line are four blanks. */
#define FLAGS                                                                                                \
  (MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH                    \
   | MD_FLAG_PERMISSIVEURLAUTOLINKS)

/* A list that is open. */
typedef struct
{
  gboolean ordered;
  guint next;
  char delimiter;
} List;

/* A text while it is read. */
typedef struct
{
  GPtrArray *blocks;
  GArray *lists;
  AccordInline words;
  AccordBlock *table;
  GPtrArray *row;
  char *marker;
  guint quoted;
  gboolean cut;
} Parse;

static gpointer
block_new (Parse *self, AccordBlockType type)
{
  AccordBlock *block = g_new0 (AccordBlock, 1);

  block->type = type;
  block->indent = MIN (self->lists->len, ACCORD_MARKDOWN_MAX_INDENT);
  block->quoted = MIN (self->quoted, ACCORD_MARKDOWN_MAX_INDENT);
  block->marker = g_steal_pointer (&self->marker);
  return block;
}

static void
take_block (Parse *self, AccordBlock *block)
{
  if (self->blocks->len < ACCORD_MARKDOWN_MAX_BLOCKS)
    {
      g_ptr_array_add (self->blocks, block);
      return;
    }
  self->cut = TRUE;
  accord_block_free (block);
}

/* The words that stand straight in a list's entry come without a paragraph of their own. */
static void
flush_words (Parse *self, AccordBlockType type, guint level)
{
  AccordBlock *block;

  if (self->words.markup == NULL)
    return;
  if (self->words.markup->len == 0 && self->marker == NULL)
    {
      accord_inline_clear (&self->words);
      return;
    }
  block = block_new (self, type);
  block->level = level;
  block->has_link = self->words.has_link;
  block->markup = accord_inline_end (&self->words);
  if (type == ACCORD_BLOCK_CODE && g_str_has_suffix (block->markup, "\n"))
    block->markup[strlen (block->markup) - 1] = '\0';
  take_block (self, block);
}

static void
enter_item (Parse *self)
{
  List *list = &g_array_index (self->lists, List, self->lists->len - 1);

  g_free (self->marker);
  self->marker = list->ordered ? g_strdup_printf ("%u%c", list->next++, list->delimiter) : g_strdup ("•");
  accord_inline_begin (&self->words);
}

static void
enter_list (Parse *self, MD_BLOCKTYPE type, void *detail)
{
  List list = { 0 };

  flush_words (self, ACCORD_BLOCK_PARAGRAPH, 0);
  if (type == MD_BLOCK_OL)
    {
      const MD_BLOCK_OL_DETAIL *ordered = detail;

      list.ordered = TRUE;
      list.next = ordered->start;
      list.delimiter = ordered->mark_delimiter == ')' ? ')' : '.';
    }
  g_array_append_val (self->lists, list);
}

static void
enter_cell (Parse *self, const MD_BLOCK_TD_DETAIL *detail)
{
  int alignment = detail->align == MD_ALIGN_RIGHT ? 2 : detail->align == MD_ALIGN_CENTER ? 1 : 0;

  accord_inline_begin (&self->words);
  if (self->table->rows->len <= 1 && self->table->alignments->len < ACCORD_MARKDOWN_MAX_COLUMNS)
    g_array_append_val (self->table->alignments, alignment);
}

static void
enter_table (Parse *self)
{
  flush_words (self, ACCORD_BLOCK_PARAGRAPH, 0);
  self->table = block_new (self, ACCORD_BLOCK_TABLE);
  self->table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->table->alignments = g_array_new (FALSE, FALSE, sizeof (int));
}

static void
enter_row (Parse *self)
{
  self->row = g_ptr_array_new_with_free_func (g_free);
  if (self->table->rows->len < ACCORD_MARKDOWN_MAX_ROWS)
    g_ptr_array_add (self->table->rows, self->row);
  else
    {
      self->cut = TRUE;
      g_clear_pointer (&self->row, g_ptr_array_unref);
    }
}

static int
on_enter_block (MD_BLOCKTYPE type, void *detail, void *data)
{
  Parse *self = data;

  switch (type)
    {
    case MD_BLOCK_QUOTE:
      flush_words (self, ACCORD_BLOCK_PARAGRAPH, 0);
      self->quoted++;
      break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
      enter_list (self, type, detail);
      break;
    case MD_BLOCK_LI:
      enter_item (self);
      break;
    case MD_BLOCK_HR:
      flush_words (self, ACCORD_BLOCK_PARAGRAPH, 0);
      take_block (self, block_new (self, ACCORD_BLOCK_RULE));
      break;
    case MD_BLOCK_P:
    case MD_BLOCK_H:
    case MD_BLOCK_CODE:
      if (self->words.markup == NULL || self->words.markup->len > 0)
        flush_words (self, ACCORD_BLOCK_PARAGRAPH, 0);
      accord_inline_begin (&self->words);
      break;
    case MD_BLOCK_TABLE:
      enter_table (self);
      break;
    case MD_BLOCK_TR:
      enter_row (self);
      break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      enter_cell (self, detail);
      break;
    default:
      break;
    }
  return 0;
}

static void
leave_cell (Parse *self)
{
  gboolean link = self->words.has_link;
  char *markup = accord_inline_end (&self->words);

  self->table->has_link |= link;
  if (self->row != NULL && self->row->len < ACCORD_MARKDOWN_MAX_COLUMNS)
    g_ptr_array_add (self->row, markup);
  else
    {
      self->cut = TRUE;
      g_free (markup);
    }
}

static int
on_leave_block (MD_BLOCKTYPE type, void *detail, void *data)
{
  Parse *self = data;

  switch (type)
    {
    case MD_BLOCK_QUOTE:
      self->quoted--;
      break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
      g_array_set_size (self->lists, self->lists->len - 1);
      break;
    case MD_BLOCK_LI:
      flush_words (self, ACCORD_BLOCK_PARAGRAPH, 0);
      g_clear_pointer (&self->marker, g_free);
      break;
    case MD_BLOCK_P:
      flush_words (self, ACCORD_BLOCK_PARAGRAPH, 0);
      break;
    case MD_BLOCK_H:
      flush_words (self, ACCORD_BLOCK_HEADING, ((MD_BLOCK_H_DETAIL *) detail)->level);
      break;
    case MD_BLOCK_CODE:
      flush_words (self, ACCORD_BLOCK_CODE, 0);
      break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      leave_cell (self);
      break;
    case MD_BLOCK_TR:
      self->row = NULL;
      break;
    case MD_BLOCK_TABLE:
      take_block (self, g_steal_pointer (&self->table));
      break;
    default:
      break;
    }
  return 0;
}

static int
on_enter_span (MD_SPANTYPE type, void *detail, void *data)
{
  accord_inline_enter (&((Parse *) data)->words, type, detail);
  return 0;
}

static int
on_leave_span (MD_SPANTYPE type, void *detail, void *data)
{
  accord_inline_leave (&((Parse *) data)->words, type);
  return 0;
}

static int
on_text (MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *data)
{
  accord_inline_text (&((Parse *) data)->words, type, text, size);
  return 0;
}

void
accord_block_free (AccordBlock *self)
{
  g_free (self->marker);
  g_free (self->markup);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->alignments, g_array_unref);
  g_free (self);
}

static void
parse_clear (Parse *self)
{
  accord_inline_clear (&self->words);
  g_clear_pointer (&self->table, accord_block_free);
  g_clear_pointer (&self->marker, g_free);
  g_array_unref (self->lists);
}

/**
 * accord_markdown_parse:
 * @text: a text in Markdown, of anybody's making
 * @cut: (out) (optional): whether it was too long to be shown in full
 *
 * Takes a text apart for showing: headings, lists, tables, quotations, code, links. HTML is shown as it was
 * typed, pictures are not fetched, and links lead to web addresses or nowhere.
 *
 * Returns: (transfer full) (element-type AccordBlock): its parts
 */
GPtrArray *
accord_markdown_parse (const char *text, gboolean *cut)
{
  const MD_PARSER parser = {
    0, FLAGS, on_enter_block, on_leave_block, on_enter_span, on_leave_span, on_text, NULL, NULL
  };
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  Parse self = { 0 };

  self.blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_block_free);
  self.lists = g_array_new (FALSE, FALSE, sizeof (List));
  if (md_parse (valid, strlen (valid), &parser, &self) != 0)
    {
      /* Out of memory is all that can be wrong: the words are shown as they are. */
      AccordBlock *block = block_new (&self, ACCORD_BLOCK_PARAGRAPH);

      block->markup = g_markup_escape_text (valid, -1);
      g_ptr_array_set_size (self.blocks, 0);
      g_ptr_array_add (self.blocks, block);
    }
  parse_clear (&self);
  if (cut != NULL)
    *cut = self.cut;
  return self.blocks;
}
