/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "facts-private.h"

#include "exchange-error.h"
#include "query.h"

#include <glib/gi18n-lib.h>

/* One fact on its way into the order. */
typedef struct
{
  AccordFact *fact;
  GArray *dependents;
  guint waiting;
  guint waiting_required;
  gboolean placed;
} Place;

typedef struct
{
  Place *place;
  gboolean required;
} Dependent;

static void
place_free (Place *self)
{
  g_array_unref (self->dependents);
  g_free (self);
}

static gboolean
is_required (AccordFact *fact, const AccordFactReference *reference)
{
  return (accord_record_get_kind (fact->record)->fields[reference->field].flags & ACCORD_FIELD_REQUIRED) != 0;
}

/* Notes with each fact which others wait for it. What is not among the facts is in the workspace, or nowhere.
 */
static void
link_place (Place *place, AccordFacts *facts, GHashTable *places)
{
  for (guint i = 0; i < place->fact->references->len; i++)
    {
      const AccordFactReference *reference = &g_array_index (place->fact->references, AccordFactReference, i);
      Dependent dependent = { place, is_required (place->fact, reference) };

      for (char **word = reference->words; *word != NULL; word++)
        {
          AccordFact *named = g_hash_table_lookup (facts->by_key, *word);
          Place *target = named != NULL ? g_hash_table_lookup (places, named) : NULL;

          if (target == NULL)
            continue;
          g_array_append_val (target->dependents, dependent);
          place->waiting++;
          place->waiting_required += dependent.required;
        }
    }
}

static void
put_place (Place *place, GPtrArray *order, GQueue *ready, GQueue *able)
{
  place->placed = TRUE;
  g_ptr_array_add (order, place->fact);
  for (guint i = 0; i < place->dependents->len; i++)
    {
      const Dependent *dependent = &g_array_index (place->dependents, Dependent, i);

      if (--dependent->place->waiting == 0)
        g_queue_push_tail (ready, dependent->place);
      if (dependent->required && --dependent->place->waiting_required == 0)
        g_queue_push_tail (able, dependent->place);
    }
}

/* The next fact to write: one whose references are all written; failing that, one that can do without for
 * now. */
static Place *
next_place (GQueue *ready, GQueue *able)
{
  Place *place;

  while ((place = g_queue_pop_head (ready)) != NULL || (place = g_queue_pop_head (able)) != NULL)
    if (!place->placed)
      return place;
  return NULL;
}

/**
 * accord_facts_order:
 * @self: facts
 * @error: return location for an error
 *
 * Puts each fact behind those that it names; where some name one another in a ring, the ring is cut at a
 * reference that may be empty.
 *
 * Returns: (transfer container) (element-type AccordFact): all facts; %NULL when every reference of a ring
 * has to be there
 */
GPtrArray *
accord_facts_order (AccordFacts *self, GError **error)
{
  g_autoptr (GPtrArray) order = g_ptr_array_sized_new (self->facts->len);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) place_free);
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  g_autoptr (GQueue) ready = g_queue_new (), able = g_queue_new ();
  Place *place;

  for (guint i = 0; i < self->facts->len; i++)
    {
      place = g_new0 (Place, 1);
      place->fact = g_ptr_array_index (self->facts, i);
      place->dependents = g_array_new (FALSE, FALSE, sizeof (Dependent));
      g_ptr_array_add (all, place);
      g_hash_table_insert (places, place->fact, place);
    }
  for (guint i = 0; i < all->len; i++)
    link_place (g_ptr_array_index (all, i), self, places);
  for (guint i = 0; i < all->len; i++)
    {
      place = g_ptr_array_index (all, i);
      if (place->waiting == 0)
        g_queue_push_tail (ready, place);
      else if (place->waiting_required == 0)
        g_queue_push_tail (able, place);
    }

  while ((place = next_place (ready, able)) != NULL)
    put_place (place, order, ready, able);
  for (guint i = 0; i < all->len; i++)
    {
      place = g_ptr_array_index (all, i);
      if (!place->placed)
        {
          accord_fact_fail (place->fact, NULL, error,
                            _ ("It names others that name it in turn, so that none can be the first."));
          return NULL;
        }
    }
  return g_steal_pointer (&order);
}

/* The identifier of what a reference names: -1 when it is a fact that is not written yet, 0 on failure. */
static gint64
resolve (AccordFacts *self, AccordFact *fact, const AccordField *field, const char *word,
         AccordReader *reader, GError **error)
{
  AccordFact *named = g_hash_table_lookup (self->by_key, word);
  const AccordKind *kind = accord_schema_find_kind (self->schema, field->target);
  g_autofree char *message = NULL;
  GError *cause = NULL;
  gint64 id;

  if (named != NULL && accord_record_get_kind (named->record) != kind)
    {
      /* Translators: the first %s is a key, the others are kinds of record such as “fund”. */
      message = g_strdup_printf (_ ("“%s” is of the kind “%s”, not “%s”."), word,
                                 accord_record_get_kind (named->record)->name, kind->name);
      accord_fact_fail (fact, field, error, message);
      return 0;
    }
  if (named != NULL)
    return named->id != 0 ? named->id : -1;
  id = accord_reader_resolve (reader, kind, word, &cause);
  if (id == 0)
    accord_fact_fail_from (fact, field, error, cause);
  return id;
}

/* Fills in what the references name; those to facts that are not written yet are left out and @pending is
 * set. */
static gboolean
set_references (AccordFacts *self, AccordFact *fact, AccordRecord *record, AccordReader *reader,
                gboolean *pending, GError **error)
{
  const AccordKind *kind = accord_record_get_kind (record);

  for (guint i = 0; i < fact->references->len; i++)
    {
      const AccordFactReference *reference = &g_array_index (fact->references, AccordFactReference, i);
      const AccordField *field = &kind->fields[reference->field];
      g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

      for (char **word = reference->words; *word != NULL; word++)
        {
          gint64 id = resolve (self, fact, field, *word, reader, error);

          if (id == 0)
            return FALSE;
          if (id == -1)
            *pending = TRUE;
          else
            g_array_append_val (ids, id);
        }
      if (field->type == ACCORD_FIELD_REFERENCES)
        accord_record_put_ids (record, reference->field, (gint64 *) (gpointer) ids->data, ids->len);
      else if (ids->len == 1)
        accord_record_put_int (record, reference->field, g_array_index (ids, gint64, 0));
    }
  return TRUE;
}

/* A document that the workspace has already would be there twice, with everything that it says. */
static gboolean
check_document (AccordFact *fact, AccordReader *reader, GError **error)
{
  const AccordKind *kind = accord_record_get_kind (fact->record);
  int index = accord_kind_find_field (kind, "digest");
  const char *digest = index >= 0 ? accord_record_peek_text (fact->record, index) : NULL;
  g_autoptr (AccordQuery) query = NULL;
  gint64 count;

  if (digest == NULL)
    return TRUE;
  query = accord_query_new (kind);
  accord_query_add_text (query, index, ACCORD_OPERATOR_EQUAL, digest);
  count = accord_reader_count (reader, query, error);
  if (count > 0)
    g_set_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_AGAIN,
                 _ ("%s, “%s”: %s: The workspace has this document already."), fact->file, fact->key,
                 _ (kind->fields[index].label));
  return count == 0;
}

static gboolean
insert_fact (AccordFacts *self, AccordFact *fact, AccordWriter *writer, GPtrArray *pending, GError **error)
{
  AccordReader *reader = accord_writer_get_reader (writer);
  g_autoptr (AccordRecord) record = accord_record_copy (fact->record);
  gboolean later = FALSE;
  GError *cause = NULL;

  if (g_cancellable_set_error_if_cancelled (accord_reader_get_cancellable (reader), error)
      || !check_document (fact, reader, error) || !set_references (self, fact, record, reader, &later, error))
    return FALSE;
  if (!accord_writer_insert (writer, record, &cause))
    return accord_fact_fail_from (fact, NULL, error, cause);
  fact->id = accord_record_get_id (record);
  if (later)
    g_ptr_array_add (pending, fact);
  return TRUE;
}

static gboolean
update_fact (AccordFacts *self, AccordFact *fact, AccordWriter *writer, GError **error)
{
  AccordReader *reader = accord_writer_get_reader (writer);
  g_autoptr (AccordRecord) record =
      accord_reader_get (reader, accord_record_get_kind (fact->record), fact->id, error);
  gboolean later = FALSE;
  GError *cause = NULL;

  if (record == NULL || !set_references (self, fact, record, reader, &later, error))
    return FALSE;
  if (!accord_writer_update (writer, record, &cause))
    return accord_fact_fail_from (fact, NULL, error, cause);
  return TRUE;
}

/**
 * accord_facts_write:
 * @self: facts
 * @writer: the open change
 * @error: return location for an error
 *
 * Adds a record for each fact. To be called on the workspace's writing thread. May be called again when the
 * change came to nothing.
 *
 * Returns: %FALSE when one cannot be kept; the sentence names file, key and field
 */
gboolean
accord_facts_write (AccordFacts *self, AccordWriter *writer, GError **error)
{
  g_autoptr (GPtrArray) order = NULL;
  g_autoptr (GPtrArray) pending = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL && writer != NULL, FALSE);

  order = accord_facts_order (self, error);
  if (order == NULL)
    return FALSE;
  for (guint i = 0; i < order->len; i++)
    ((AccordFact *) g_ptr_array_index (order, i))->id = 0;
  for (guint i = 0; i < order->len; i++)
    if (!insert_fact (self, g_ptr_array_index (order, i), writer, pending, error))
      return FALSE;
  for (guint i = 0; i < pending->len; i++)
    if (!update_fact (self, g_ptr_array_index (pending, i), writer, error))
      return FALSE;
  return TRUE;
}
