/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal/trace-item.h"

#include "cba-words.h"

/* The trace and what it is the trace of, which live as long as any part of it is shown. */
typedef struct
{
  AccordTrace *root;
  AccordCba *cba;
} Whole;

/* A value of a trace, as a row of a tree. */
struct _AccordTraceItem
{
  GObject parent_instance;

  Whole *whole;
  AccordTrace *trace;
};

G_DEFINE_FINAL_TYPE (AccordTraceItem, accord_trace_item, G_TYPE_OBJECT)

static void
whole_clear (gpointer data)
{
  Whole *whole = data;

  accord_trace_free (whole->root);
  accord_cba_free (whole->cba);
}

static void
accord_trace_item_finalize (GObject *object)
{
  g_rc_box_release_full (ACCORD_TRACE_ITEM (object)->whole, whole_clear);

  G_OBJECT_CLASS (accord_trace_item_parent_class)->finalize (object);
}

static void
accord_trace_item_class_init (AccordTraceItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = accord_trace_item_finalize;
}

static void
accord_trace_item_init (AccordTraceItem *self)
{
}

static AccordTraceItem *
item_new (Whole *whole, AccordTrace *trace)
{
  AccordTraceItem *self = g_object_new (ACCORD_TYPE_TRACE_ITEM, NULL);

  self->whole = whole;
  self->trace = trace;
  return self;
}

/**
 * accord_trace_item_new:
 * @cba: an analysis; copied
 * @figure: which of its figures
 *
 * Returns: (transfer full) (nullable): why it is what it is, as the first row; %NULL where there is no such
 * figure
 */
AccordTraceItem *
accord_trace_item_new (const AccordCba *cba, const AccordFigureRef *figure)
{
  AccordCba *copy = accord_cba_copy (cba);
  AccordTrace *root = accord_trace_new (copy, figure);
  Whole *whole;

  if (root == NULL)
    {
      accord_cba_free (copy);
      return NULL;
    }
  whole = g_rc_box_new0 (Whole);
  whole->root = root;
  whole->cba = copy;
  return item_new (whole, root);
}

AccordTrace *
accord_trace_item_get_trace (AccordTraceItem *self)
{
  return self->trace;
}

const AccordCba *
accord_trace_item_get_cba (AccordTraceItem *self)
{
  return self->whole->cba;
}

/**
 * accord_trace_item_new_children:
 * @self: a row
 *
 * Returns: (transfer full) (nullable): what it was made from, or %NULL for a typed number
 */
GListModel *
accord_trace_item_new_children (AccordTraceItem *self)
{
  GPtrArray *children = accord_trace_get_children (self->trace);
  GListStore *store;

  if (children == NULL || children->len == 0)
    return NULL;
  store = g_list_store_new (ACCORD_TYPE_TRACE_ITEM);
  for (guint i = 0; i < children->len; i++)
    {
      g_autoptr (AccordTraceItem) child = item_new (g_rc_box_acquire (self->whole), children->pdata[i]);

      g_list_store_append (store, child);
    }
  return G_LIST_MODEL (store);
}

/**
 * accord_trace_item_list_sentences:
 * @self: a row
 * @most: how many at most
 *
 * Returns: (transfer full) (element-type utf8): how its value was made, then how those that it was made from
 * were, nearest first; each sentence once
 */
GPtrArray *
accord_trace_item_list_sentences (AccordTraceItem *self, guint most)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) said = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) waiting = g_ptr_array_new ();

  g_ptr_array_add (waiting, self->trace);
  for (guint i = 0; i < waiting->len && sentences->len < most; i++)
    {
      AccordTrace *trace = waiting->pdata[i];
      GPtrArray *children = accord_trace_get_children (trace);
      char *sentence = accord_trace_dup_sentence (trace, self->whole->cba);

      if (sentence != NULL && g_hash_table_add (said, sentence))
        g_ptr_array_add (sentences, sentence);
      else
        g_free (sentence);
      for (guint j = 0; children != NULL && j < children->len; j++)
        g_ptr_array_add (waiting, children->pdata[j]);
    }
  return sentences;
}
