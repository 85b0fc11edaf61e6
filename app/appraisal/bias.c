/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bias.h"

static void
type_free (gpointer data)
{
  AccordBiasType *self = data;

  g_free (self->code);
  g_free (self->name);
  g_free (self);
}

static void
work_free (gpointer data)
{
  AccordBiasWork *self = data;

  g_free (self->code);
  g_free (self);
}

static void
mitigation_free (gpointer data)
{
  AccordMitigation *self = data;

  g_free (self->name);
  g_free (self->evidence);
  g_free (self);
}

/**
 * accord_bias_table_new:
 * @name: what it is called
 * @edition: (nullable): of when it is
 * @source: (nullable): where it was published, in words
 *
 * Returns: (transfer full): a table without kinds of works
 */
AccordBiasTable *
accord_bias_table_new (const char *name, const char *edition, const char *source)
{
  AccordBiasTable *self = g_new0 (AccordBiasTable, 1);

  self->name = g_strdup (name);
  self->edition = g_strdup (edition);
  self->source = g_strdup (source);
  self->types = g_ptr_array_new_with_free_func (type_free);
  return self;
}

void
accord_bias_table_free (AccordBiasTable *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->edition);
  g_free (self->source);
  g_ptr_array_unref (self->types);
  g_free (self);
}

/**
 * accord_bias_table_copy:
 * @self: (nullable): a table
 *
 * Returns: (transfer full) (nullable): another like it
 */
AccordBiasTable *
accord_bias_table_copy (const AccordBiasTable *self)
{
  AccordBiasTable *copy;

  if (self == NULL)
    return NULL;
  copy = accord_bias_table_new (self->name, self->edition, self->source);
  for (guint i = 0; i < self->types->len; i++)
    accord_bias_table_add (copy, g_ptr_array_index (self->types, i));
  return copy;
}

/**
 * accord_bias_table_add:
 * @self: a table
 * @type: (transfer none): a kind of works, which is copied
 */
void
accord_bias_table_add (AccordBiasTable *self, const AccordBiasType *type)
{
  AccordBiasType *added = g_memdup2 (type, sizeof *type);

  added->code = g_strdup (type->code);
  added->name = g_strdup (type->name);
  g_ptr_array_add (self->types, added);
}

/**
 * accord_bias_table_find:
 * @self: a table
 * @code: (nullable): of a kind of works
 *
 * Returns: (nullable): it; owned by the table
 */
const AccordBiasType *
accord_bias_table_find (const AccordBiasTable *self, const char *code)
{
  for (guint i = 0; i < self->types->len; i++)
    {
      const AccordBiasType *type = g_ptr_array_index (self->types, i);

      if (g_strcmp0 (type->code, code) == 0)
        return type;
    }
  return NULL;
}

AccordBiasSheet *
accord_bias_sheet_new (void)
{
  AccordBiasSheet *self = g_new0 (AccordBiasSheet, 1);

  self->works = g_ptr_array_new_with_free_func (work_free);
  self->mitigations = g_ptr_array_new_with_free_func (mitigation_free);
  return self;
}

void
accord_bias_sheet_free (AccordBiasSheet *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->works);
  g_ptr_array_unref (self->mitigations);
  g_free (self);
}

/**
 * accord_bias_sheet_copy:
 * @self: (nullable): a worksheet
 *
 * Returns: (transfer full) (nullable): another like it
 */
AccordBiasSheet *
accord_bias_sheet_copy (const AccordBiasSheet *self)
{
  AccordBiasSheet *copy;

  if (self == NULL)
    return NULL;
  copy = accord_bias_sheet_new ();
  copy->evidenced = self->evidenced;
  for (guint i = 0; i < self->works->len; i++)
    {
      const AccordBiasWork *work = g_ptr_array_index (self->works, i);

      accord_bias_sheet_add_work (copy, work->code, work->share);
    }
  for (guint i = 0; i < self->mitigations->len; i++)
    accord_bias_sheet_add_mitigation (copy, g_ptr_array_index (self->mitigations, i));
  return copy;
}

/**
 * accord_bias_sheet_add_work:
 * @self: a worksheet
 * @code: of a kind of works of the table
 * @share: of the costs, 0 to 1
 */
void
accord_bias_sheet_add_work (AccordBiasSheet *self, const char *code, AccordDecimal share)
{
  AccordBiasWork *work = g_new0 (AccordBiasWork, 1);

  work->code = g_strdup (code);
  work->share = share;
  g_ptr_array_add (self->works, work);
}

/**
 * accord_bias_sheet_add_mitigation:
 * @self: a worksheet
 * @mitigation: (transfer none): what was done, which is copied
 */
void
accord_bias_sheet_add_mitigation (AccordBiasSheet *self, const AccordMitigation *mitigation)
{
  AccordMitigation *added = g_memdup2 (mitigation, sizeof *mitigation);

  added->name = g_strdup (mitigation->name);
  added->evidence = g_strdup (mitigation->evidence);
  g_ptr_array_add (self->mitigations, added);
}

/* Upper bound less what is mitigated of it; only evidence lets it fall under the lower bound. */
static double
reduce (double upper, double lower, double mitigated, gboolean evidenced, gboolean *held)
{
  const double reduced = upper * (1 - mitigated);

  *held = !evidenced && reduced < lower;
  return *held ? lower : reduced;
}

/**
 * accord_bias_sheet_work_out:
 * @self: a worksheet
 * @table: (nullable): the table it goes by
 * @outcome: (out): what it comes to
 *
 * The bounds of mixed works are weighted by their shares; works without a bound on duration count for nothing
 * in that. (HM Treasury, Supplementary Green Book Guidance: Optimism Bias.)
 *
 * Returns: %TRUE and @outcome, or %FALSE where the table does not have one of the works
 */
gboolean
accord_bias_sheet_work_out (const AccordBiasSheet *self, const AccordBiasTable *table,
                            AccordBiasOutcome *outcome)
{
  double slowest = 0, quickest = 0;
  gboolean held;

  *outcome = (AccordBiasOutcome){ 0 };
  for (guint i = 0; i < self->works->len; i++)
    {
      const AccordBiasWork *work = g_ptr_array_index (self->works, i);
      const AccordBiasType *type = table != NULL ? accord_bias_table_find (table, work->code) : NULL;
      const double share = accord_decimal_to_double (work->share);

      if (type == NULL)
        return FALSE;
      outcome->upper += share * accord_decimal_to_double (type->capital_upper);
      outcome->lower += share * accord_decimal_to_double (type->capital_lower);
      if (type->duration_upper == ACCORD_DECIMAL_UNKNOWN || type->duration_lower == ACCORD_DECIMAL_UNKNOWN)
        continue;
      outcome->has_duration = TRUE;
      slowest += share * accord_decimal_to_double (type->duration_upper);
      quickest += share * accord_decimal_to_double (type->duration_lower);
    }
  for (guint i = 0; i < self->mitigations->len; i++)
    {
      const AccordMitigation *done = g_ptr_array_index (self->mitigations, i);

      outcome->mitigated +=
          accord_decimal_to_double (done->share) * accord_decimal_to_double (done->mitigated);
      outcome->cost += done->cost;
    }
  outcome->rate =
      reduce (outcome->upper, outcome->lower, outcome->mitigated, self->evidenced, &outcome->held);
  outcome->duration = reduce (slowest, quickest, outcome->mitigated, self->evidenced, &held);
  return TRUE;
}
