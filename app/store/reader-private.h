/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "connection.h"
#include "reader.h"

G_BEGIN_DECLS

struct _AccordReader
{
  AccordSchema *schema;
  AccordConnection *connection;
};

G_END_DECLS
