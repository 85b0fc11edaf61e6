/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/pdf-search.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_HITS 10000
/* How often it tells of what it found, in milliseconds. */
#define PAUSE 80

/* What the thread and the window share. */
typedef struct
{
  gatomicrefcount references;
  AccordPdfFile *file;
  char *words;
  guint page;
  GMutex lock;
  gboolean stopped;
  gboolean done;
  GPtrArray *found; /* places that the window has not taken yet */
} Walk;

/* Words looked for in a PDF: where they were found so far, and which of it one looks at. */
struct _AccordPdfSearch
{
  GObject parent_instance;

  Walk *walk;
  guint timer;
  guint page;
  GPtrArray *hits; /* in order of pages */
  int current;
  gboolean done;
};

G_DEFINE_FINAL_TYPE (AccordPdfSearch, accord_pdf_search, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- The thread. */

static void
walk_unref (Walk *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_object_unref (self->file);
  g_free (self->words);
  g_mutex_clear (&self->lock);
  g_ptr_array_unref (self->found);
  g_free (self);
}

static gboolean
add (Walk *self, GPtrArray *hits)
{
  gboolean stopped;

  g_mutex_lock (&self->lock);
  for (guint i = 0; hits != NULL && i < hits->len; i++)
    g_ptr_array_add (self->found, accord_pdf_place_copy (hits->pdata[i]));
  stopped = self->stopped;
  g_mutex_unlock (&self->lock);
  return !stopped;
}

/* From the page that is read to the end, and then from the beginning. A page that cannot be read has no
 * words. */
static gpointer
run (gpointer data)
{
  Walk *self = data;
  AccordPdfEngine *engine = NULL;
  guint n_pages = accord_pdf_file_get_n_pages (self->file);

  for (guint i = 0; i < n_pages; i++)
    {
      guint page = (self->page + i) % n_pages;
      g_autoptr (GPtrArray) hits = NULL;

      if (engine == NULL)
        engine = accord_pdf_file_borrow (self->file, NULL);
      if (engine == NULL)
        break;
      hits = accord_pdf_engine_find (engine, page, self->words, NULL);
      if (!accord_pdf_engine_is_alive (engine))
        g_clear_pointer (&engine, accord_pdf_engine_free);
      if (!add (self, hits))
        break;
    }
  if (engine != NULL)
    accord_pdf_file_give_back (self->file, engine);
  g_mutex_lock (&self->lock);
  self->done = TRUE;
  g_mutex_unlock (&self->lock);
  walk_unref (self);
  return NULL;
}

/* --- The window. */

static guint
find_place (AccordPdfSearch *self, guint page)
{
  guint low = 0, high = self->hits->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (((AccordPdfPlace *) self->hits->pdata[middle])->page <= page)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
take (AccordPdfSearch *self, GPtrArray *found)
{
  for (guint i = 0; i < found->len && self->hits->len < MOST_HITS; i++)
    {
      AccordPdfPlace *hit = found->pdata[i];
      guint at = find_place (self, hit->page);

      g_ptr_array_insert (self->hits, (int) at, accord_pdf_place_copy (hit));
      if (self->current >= 0 && (int) at <= self->current)
        self->current++;
    }
}

static gboolean
on_timer (gpointer data)
{
  AccordPdfSearch *self = data;
  Walk *walk = self->walk;
  g_autoptr (GPtrArray) found = NULL;
  gboolean done, first = self->current < 0;

  g_mutex_lock (&walk->lock);
  found = walk->found;
  walk->found = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_pdf_place_free);
  done = walk->done;
  g_mutex_unlock (&walk->lock);
  take (self, found);
  self->done = done || self->hits->len >= MOST_HITS;
  if (self->done)
    {
      accord_pdf_search_stop (self);
      self->done = TRUE;
    }
  /* The first that is looked at is the first from the page that is read. */
  if (first && self->hits->len > 0 && (self->done || found->len > 0))
    {
      guint at = self->page > 0 ? find_place (self, self->page - 1) : 0;

      self->current = at < self->hits->len ? (int) at : 0;
    }
  if (found->len > 0 || self->done)
    g_signal_emit (self, signals[CHANGED], 0);
  return self->timer != 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
accord_pdf_search_finalize (GObject *object)
{
  AccordPdfSearch *self = ACCORD_PDF_SEARCH (object);

  accord_pdf_search_stop (self);
  g_ptr_array_unref (self->hits);

  G_OBJECT_CLASS (accord_pdf_search_parent_class)->finalize (object);
}

static void
accord_pdf_search_class_init (AccordPdfSearchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = accord_pdf_search_finalize;

  signals[CHANGED] = g_signal_new ("changed", ACCORD_TYPE_PDF_SEARCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
accord_pdf_search_init (AccordPdfSearch *self)
{
  self->hits = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_pdf_place_free);
  self->current = -1;
  self->done = TRUE;
}

/**
 * accord_pdf_search_new:
 *
 * Returns: (transfer full): a search for nothing yet
 */
AccordPdfSearch *
accord_pdf_search_new (void)
{
  return g_object_new (ACCORD_TYPE_PDF_SEARCH, NULL);
}

/**
 * accord_pdf_search_stop:
 * @self: a search
 *
 * Looks no further. What was found stays.
 */
void
accord_pdf_search_stop (AccordPdfSearch *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->walk == NULL)
    return;
  g_mutex_lock (&self->walk->lock);
  self->walk->stopped = TRUE;
  g_mutex_unlock (&self->walk->lock);
  g_clear_pointer (&self->walk, walk_unref);
}

/**
 * accord_pdf_search_start:
 * @self: a search
 * @file: a PDF
 * @words: what to look for, in any case, with or without accents; nothing is found for no words
 * @page: where to begin, from 0
 *
 * Looks for words in the whole PDF, in place of what was looked for before.
 */
void
accord_pdf_search_start (AccordPdfSearch *self, AccordPdfFile *file, const char *words, guint page)
{
  g_autofree char *stripped = g_strstrip (g_strdup (words));
  GThread *thread;

  accord_pdf_search_stop (self);
  /* Whoever shows the hits may hold them still. */
  g_ptr_array_unref (self->hits);
  self->hits = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_pdf_place_free);
  self->current = -1;
  self->page = page;
  self->done = *stripped == '\0';
  if (!self->done)
    {
      self->walk = g_new0 (Walk, 1);
      g_atomic_ref_count_init (&self->walk->references);
      self->walk->file = g_object_ref (file);
      self->walk->words = g_steal_pointer (&stripped);
      self->walk->page = page;
      self->walk->found = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_pdf_place_free);
      g_mutex_init (&self->walk->lock);
      g_atomic_ref_count_inc (&self->walk->references);
      thread = g_thread_new ("pdf-search", run, self->walk);
      g_thread_unref (thread);
      self->timer = g_timeout_add (PAUSE, on_timer, self);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * accord_pdf_search_get_hits:
 * @self: a search
 *
 * Returns: (transfer none) (element-type AccordPdfPlace): what was found so far, in order
 */
GPtrArray *
accord_pdf_search_get_hits (AccordPdfSearch *self)
{
  return self->hits;
}

/**
 * accord_pdf_search_get_current:
 * @self: a search
 *
 * Returns: which of what was found one looks at, or -1 if nothing was found
 */
int
accord_pdf_search_get_current (AccordPdfSearch *self)
{
  return self->current;
}

/**
 * accord_pdf_search_step:
 * @self: a search
 * @by: 1 for the next, -1 for the one before, 0 for the same
 *
 * Goes on to another of what was found; from the last to the first.
 *
 * Returns: (transfer none) (nullable): the one that is looked at now
 */
const AccordPdfPlace *
accord_pdf_search_step (AccordPdfSearch *self, int by)
{
  int n = (int) self->hits->len;

  if (n == 0)
    return NULL;
  self->current = (MAX (self->current, 0) + by + n) % n;
  if (by != 0)
    g_signal_emit (self, signals[CHANGED], 0);
  return self->hits->pdata[self->current];
}

/**
 * accord_pdf_search_is_done:
 * @self: a search
 *
 * Returns: whether all was looked at
 */
gboolean
accord_pdf_search_is_done (AccordPdfSearch *self)
{
  return self->done;
}

/**
 * accord_pdf_search_is_full:
 * @self: a search
 *
 * Returns: whether there may be more than was found, which is more than one looks at
 */
gboolean
accord_pdf_search_is_full (AccordPdfSearch *self)
{
  return self->hits->len >= MOST_HITS;
}

/**
 * accord_pdf_search_dup_words:
 * @self: a search
 *
 * Returns: (transfer full): how far it is, in words
 */
char *
accord_pdf_search_dup_words (AccordPdfSearch *self)
{
  guint n = self->hits->len;

  if (n == 0)
    return g_strdup (self->done ? _ ("Not found") : _ ("Searching…"));
  if (accord_pdf_search_is_full (self))
    /* Translators: "5 of more than 10,000". */
    return g_strdup_printf (_ ("%'d of more than %'d"), self->current + 1, MOST_HITS);
  if (!self->done)
    /* Translators: "5 of 44 so far". */
    return g_strdup_printf (_ ("%'d of %'u so far"), self->current + 1, n);
  /* Translators: "5 of 44". */
  return g_strdup_printf (_ ("%'d of %'u"), self->current + 1, n);
}
