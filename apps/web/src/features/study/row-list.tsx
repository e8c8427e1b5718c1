import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form } from 'antd';
import type { ReactNode } from 'react';

/** Rows of a form that are added, moved and taken out (逐条填写); their order is the office's and is kept. */
export function RowList({
  name,
  label,
  add,
  blank,
  testId,
  children,
}: {
  name: string | (string | number)[];
  label?: string;
  /** Words on the button that adds a row. */
  add: string;
  /** A row as it is before anything is typed. */
  blank: unknown;
  testId: string;
  children: (row: number) => ReactNode;
}) {
  return (
    <Form.List name={name}>
      {(fields, { add: append, remove, move }) => (
        <div className="study-rows" data-testid={testId}>
          {label && <div className="study-label">{label}</div>}
          {fields.map(({ key, name: row }, at) => (
            <div className="study-row" key={key}>
              <div className="study-row-fields">{children(row)}</div>
              <div className="study-row-tools">
                <Button
                  type="text"
                  size="small"
                  icon={<ArrowUpOutlined />}
                  disabled={at === 0}
                  aria-label="上移"
                  onClick={() => move(at, at - 1)}
                />
                <Button
                  type="text"
                  size="small"
                  icon={<ArrowDownOutlined />}
                  disabled={at === fields.length - 1}
                  aria-label="下移"
                  onClick={() => move(at, at + 1)}
                />
                <Button
                  type="text"
                  size="small"
                  icon={<DeleteOutlined />}
                  aria-label="删去这一条"
                  onClick={() => remove(at)}
                />
              </div>
            </div>
          ))}
          <Button
            type="dashed"
            size="small"
            icon={<PlusOutlined />}
            onClick={() => append(blank)}
            data-testid={`${testId}-add`}
          >
            {add}
          </Button>
        </div>
      )}
    </Form.List>
  );
}
